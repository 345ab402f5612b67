internal import ArchiveFormats
internal import ByteText
internal import System

/// Reads images and makes sure that their bytes are those that were added; runs on all cores.
///
/// Size and CRC-32 must be those that `add` recorded: both are computed anew from the very bytes that
/// go into the archive, at a tenth of the cost of a SHA-256. Where they differ, or the catalog has no
/// checksum, the SHA-256 decides.
struct PackReader: Sendable {
  /// The largest file that is held in memory, in bytes; many are under way at once.
  private static let mostHeld = 2 << 20

  let dataset: Dataset
  /// Where runs are read to; who has written one gives its memory back.
  let memory = BufferPool(most: 32)
  /// Where images wait that were treated.
  var spool: TreatmentSpool?

  /// Reads images as they lie in the archive.
  func read(_ images: ArraySlice<PackPlan.Image>, in frame: some ImageFrame) -> PackedRun {
    let room = PackedRun.room(for: images, holding: Self.mostHeld)
    var run = PackedRun(images, in: memory.take(room))
    for image in images {
      let mayHold = image.treated == nil && image.originalBytes <= Self.mostHeld
      if mayHold, let crc32 = image.originalCRC32,
        run.hold(image, crc32: crc32, in: frame, { try appendUnchanged(image, crc32, to: &$0) })
      {
        continue
      }
      // Whatever kept it from being taken as it is says so when it is met again.
      run.add(image, read(image), in: frame)
    }
    return run
  }

  /// Reads an image as it goes into the archive.
  private func read(_ image: PackPlan.Image) -> Result<PackedImage, PackFault> {
    guard let treated = image.treated, let spool else {
      return readOriginal(image, holding: Self.mostHeld)
    }
    return .success(
      PackedImage(
        image: image, crc32: treated.crc32, content: nil, open: { try spool.open(treated) }))
  }

  /// Reads an image as it was added, its bytes held if they are at most so many.
  func readOriginal(
    _ image: PackPlan.Image, holding most: Int
  ) -> Result<PackedImage, PackFault> {
    do {
      var content: [UInt8] = []
      if image.originalBytes <= most, let crc32 = image.originalCRC32,
        try appendUnchanged(image, crc32, to: &content)
      {
        let path = dataset.path.appending(image.place.file)
        return .success(
          PackedImage(
            image: image, crc32: crc32, content: content,
            open: { FileReader(try OpenFile.reading(path)) }))
      }
      let path = try path(of: image.place)
      return check(try scan(path, image, holding: most), image)
    } catch let error as SystemError {
      let finding = Finding(.corrupt, image.place.file, "it could not be read: \(error.words)")
      return .failure(error.isMissing ? .gone(finding) : .bad(finding))
    } catch {
      return .failure(.bad(Finding(.corrupt, image.place.file, "\(error)")))
    }
  }

  /// Appends the bytes of a file that is where it was planned.
  ///
  /// - Returns: whether they are as they were added; what was appended means nothing if not.
  private func appendUnchanged(
    _ image: PackPlan.Image, _ crc32: UInt32, to content: inout [UInt8]
  ) throws(SystemError) -> Bool {
    let start = content.count
    let count: Int
    do {
      let file = try OpenFile.reading(dataset.path.appending(image.place.file))
      count = try file.append(to: &content, expecting: image.originalBytes)
    } catch {
      guard error.isMissing else { throw error }
      return false
    }
    return count == image.originalBytes && Self.checksum(of: content, from: start) == crc32
  }

  private static func checksum(of content: [UInt8], from start: Int) -> UInt32 {
    CRC32.of(content.span.extracting(start...))
  }

  /// Where the image is now: a relabelled one is still the one that was planned.
  func path(of place: ImagePlace) throws -> ByteString {
    let planned = dataset.path.appending(place.file)
    if try Files.exists(planned) { return planned }
    let tree = try ClassTree(dataset)
    guard let holder = try tree.holder(of: place, first: place.className) else { return planned }
    return tree.path(of: place, in: holder)
  }

  private func scan(
    _ path: ByteString, _ image: PackPlan.Image, holding most: Int
  ) throws -> (packed: PackedImage, sha256: [UInt8], count: Int) {
    // Held open until it is written, wherever it is moved meanwhile.
    let file = SharedFile(try OpenFile.reading(path))
    let reader = FileReader(file, from: 0)
    let isHeld = image.originalBytes <= most
    var content: [UInt8] = []
    if isHeld { content.reserveCapacity(image.originalBytes) }
    let stream = HashingStream(reader) { piece in
      if isHeld { content += piece.array(0..<piece.count) }
      return content.count <= image.originalBytes
    }
    stream.drain()
    if let failure = reader.failure { throw failure }
    let packed = PackedImage(
      image: image, crc32: stream.crc32, content: isHeld ? content : nil,
      open: { FileReader(file, from: 0) })
    return (packed, stream.sha256(), stream.count)
  }

  private func check(
    _ scan: (packed: PackedImage, sha256: [UInt8], count: Int), _ image: PackPlan.Image
  ) -> Result<PackedImage, PackFault> {
    guard SHA256Digest(scan.sha256) == image.originalDigest, scan.count == image.originalBytes
    else {
      let message = "its bytes changed since it was added, put them back or remove it"
      return .failure(.bad(Finding(.changed, image.place.file, message)))
    }
    return .success(scan.packed)
  }
}
