internal import ArchiveFormats
internal import ByteText
internal import System

/// One zip, or one for each part, or shards of either.
struct ZipPackLayout: PackLayout {
  let dataset: Dataset
  let options: PackOptions

  func checkOutput() throws {
    guard case .file(let file) = options.output else { return }
    try OutputCheck.refuseUnlessFile(file)
    try dataset.checkOutside(file.parent, file)
  }

  /// Refuses a class that has the name of one of the archive's own files, and names that an archive
  /// must not hold since they lead elsewhere when it is unpacked.
  func faults(of plan: PackPlan) throws(DatasetError) -> [Finding] {
    if options.split == nil, !options.isPlain,
      let name = plan.classes.first(where: DeflatedText.names.contains)
    {
      throw .usage("the class '\(name.displayed)' has the name of a file of the archive, rename it")
    }
    for name in plan.classes {
      guard let danger = ZipNameCheck.danger(in: dataset.name.appending(name).bytes[...]) else {
        continue
      }
      throw .usage(
        "the path '\(dataset.name.appending(name).displayed)' \(danger), which is unsafe in a zip, "
          + "rename the class or the dataset's folder")
    }
    return []
  }

  var workFolder: ByteString {
    options.path == "-" ? Environment.temporaryFolder : options.path.parent
  }

  func prepare() throws(SystemError) {
    if case .file(let path) = options.output { try Leftovers.sweep(path.parent) }
  }

  func volumes(of plan: PackPlan) -> [PackVolume] {
    guard options.isSplitIntoFiles else { return volumes(plan.images[...], options.path, plan) }
    return plan.parts.flatMap { part in
      let images = plan.images[...].runs { $0.part == $1.part }.first { $0.first?.part == part }
      return volumes(images ?? [], options.path.inserting("_" + part.name), plan)
    }
  }

  private func volumes(
    _ images: ArraySlice<PackPlan.Image>, _ path: ByteString, _ plan: PackPlan
  ) -> [PackVolume] {
    guard let limit = options.shardSize else { return [PackVolume(path: path, images: images)] }
    let metadata = MetadataFile(plan, options)
    let pieces = ShardNames.pieces(of: images, limit: limit, fixed: fixedSize(plan)) { image in
      let name = dataset.name.appending(image.file).count
      let lines = options.isPlain ? 0 : metadata.line(image, file: image.file).count + 70 + name
      return image.bytes + Self.entrySize + 2 * name + lines
    }
    if options.path == "-", pieces.count == 1 { return [PackVolume(path: "-", images: images)] }
    return pieces.enumerated().map { number, images in
      PackVolume(path: ShardNames.name(path, number), images: images)
    }
  }

  /// The headers of an entry without its name, those for large files included.
  private static let entrySize = 30 + 46 + 20 + 28

  /// No more than this is round the images and their lines: the end of the zip, and the texts before
  /// they are compressed.
  private func fixedSize(_ plan: PackPlan) -> Int {
    let texts = DeflatedText.all(for: [], of: plan, options, called: dataset.name)
    let headers = texts.reduce(0) {
      $0 + Self.entrySize + 2 * dataset.name.appending($1.name).count + $1.content.size + 70
    }
    return headers + 22 + 20 + 56
  }

  func write(
    _ volume: PackVolume, of plan: PackPlan, to sink: ArchiveSink, with packer: inout VolumePacker,
    _ progress: () -> Void
  ) throws {
    let (name, options) = (dataset.name, options)
    var writer = ZipVolumeWriter(
      sink, top: name, images: volume.images, date: options.entryDate,
      names: options.isPlain ? [] : DeflatedText.names
    ) { DeflatedText.all(for: volume.images, of: plan, options, called: name) }
    try packer.write(volume, &writer, progress)
  }

  func companions(of plan: PackPlan, _ archives: [WrittenArchive]) -> [ZipText] {
    guard options.hasCroissant else { return [] }
    let file = CroissantFile(
      datasetName: dataset.name, plan: plan, archives: archives, date: options.date)
    let name = CroissantFile.name(of: dataset.name)
    return [ZipText(name: options.path.parent.appending(name), data: file.text)]
  }
}
