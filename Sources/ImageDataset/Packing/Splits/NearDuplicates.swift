internal import ArchiveFormats
internal import ByteText
internal import System

/// Finds the images that show the same picture: of the same pixels, or resized, re-compressed,
/// cropped, turned or mirrored.
///
/// It decodes every image, which takes far longer than to pack it. What it finds follows from the
/// images alone: they are compared in the order of their ids, wherever they lie.
struct NearDuplicates {
  let reader: PackReader
  let jobs: Int

  /// Joins the groups among some images; one that cannot be read is in none.
  ///
  /// - Parameter progress: is told how many images have been decoded.
  /// - Throws: ``SystemError`` if a temporary file cannot be written or read.
  func join(
    _ places: [ImagePlace], into groups: inout SplitGroups, progress: (Int) -> Void
  ) throws(SystemError) {
    let examiner = PictureExaminer(
      depth: [.likeness, .pixels], maxPixels: .max, budget: .forDecoding(jobs: jobs))
    let reader = reader
    var rest = places.sorted { $0.id < $1.id }[...]
    var sames: [PixelHash.Value: [ImageID]] = [:]
    var collection = LikenessCollection()
    var ids: [ImageID] = []
    var done = 0
    mapInOrder(
      jobs: jobs, window: 64,
      next: { Interrupt.received == nil ? rest.popFirst() : nil },
      work: { Self.examine($0, reader, examiner) },
      consume: { examined in
        done += 1
        progress(done)
        guard let id = examined?.facts?.id, let seen = examined?.examination else { return }
        if let pixels = seen.pixels { sames[pixels, default: []].append(id) }
        guard let measures = seen.measures,
          let number = collection.append(measures, pixels: seen.pixels)
        else { return }
        if number == ids.count { ids.append(id) }
      })
    for same in sames.values where same.count > 1 { groups.join(same) }
    for group in try collection.groups(jobs: jobs) { groups.join(group.members.map { ids[$0] }) }
  }

  private static func examine(
    _ place: ImagePlace, _ reader: PackReader, _ examiner: PictureExaminer
  ) -> ExaminedPicture? {
    guard let path = try? reader.path(of: place) else { return nil }
    return examiner.examine(
      Picture(file: place.file, className: place.className, open: Picture.opener(path)))
  }
}
