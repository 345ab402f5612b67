internal import ArchiveFormats
internal import ByteText
internal import ImageAnalysis
internal import ImageCodec

extension PackPlan {
  /// An image and what the archive says of it.
  ///
  /// Some 150 bytes in one piece: there may be millions, and they go from thread to thread.
  struct Image: Sendable {
    /// Where it lies in the dataset.
    let place: ImagePlace
    /// The size of the file that was added.
    let originalBytes: Int
    /// The digest of the file that was added.
    let originalDigest: SHA256Digest
    /// The checksum of the file that was added; nil where an older catalog lacks it.
    let originalCRC32: UInt32?
    /// The picture that was added.
    let originalShape: PictureShape
    /// The first ``colourCount`` are its dominant colours, largest first, as 0xRRGGBB.
    private var colours = InlineArray<5, UInt32>(repeating: 0)
    private var colourCount: UInt8 = 0
    /// What people said of it; nil if that is nothing, or nobody asks.
    private let remarks: Remarks?
    var part: SplitPart?
    /// Where its folder stands among those of the archive, once it is arranged.
    fileprivate var folder: Int32 = 0
    /// The packed bytes, where they are not those that were added.
    var treated: TreatedImage?

    /// What is said of an image beyond its bytes; of most of a dataset nothing.
    private final class Remarks: Sendable {
      let labels: [ByteString]
      let description: ByteString?
      let source: ByteString
      let by: ByteString
      let added: Timestamp

      init(_ record: ImageRecord) {
        labels = record.labels
        description = record.description
        (source, by, added) = (record.source, record.by, record.added)
      }
    }

    /// - Parameter keepsProvenance: whether it is asked where the image came from.
    init(_ record: ImageRecord, at place: ImagePlace, keepsProvenance: Bool) {
      let facts = record.facts
      self.place = place
      originalBytes = facts.bytes
      originalDigest = SHA256Digest(facts.sha256)
      originalCRC32 = facts.crc32
      originalShape = PictureShape(facts)
      let isPlain = record.labels.isEmpty && record.description == nil && !keepsProvenance
      remarks = isPlain ? nil : Remarks(record)
      for (index, colour) in facts.colours.prefix(colours.count).enumerated() {
        colours[index] =
          UInt32(colour.red) << 16 | UInt32(colour.green) << 8 | UInt32(colour.blue)
        colourCount += 1
      }
    }

    /// An image of which nobody said anything, by what its line says.
    init(_ facts: QuickFacts, of line: Span<UInt8>, at place: ImagePlace) {
      self.place = place
      originalBytes = facts.head.bytes
      originalDigest = facts.head.digest(in: line)
      originalCRC32 = facts.crc32
      originalShape = PictureShape(
        width: facts.width, height: facts.height, orientation: facts.orientation,
        mode: facts.mode, format: facts.head.format)
      remarks = nil
      for index in 0..<facts.colourCount { colours[index] = facts.colours[index].packed }
      colourCount = UInt8(facts.colourCount)
    }

    var id: ImageID { place.id }
    var labels: [ByteString] { remarks?.labels ?? [] }
    var description: ByteString? { remarks?.description }
    /// The path it was added from, if it is known.
    var source: ByteString { remarks?.source ?? "" }
    var by: ByteString { remarks?.by ?? "" }
    var added: Timestamp { remarks?.added ?? Timestamp(seconds: 0) }

    /// What is in the archive: size, digest and shape of the packed bytes.
    var bytes: Int { treated?.bytes ?? originalBytes }
    var digest: SHA256Digest { treated?.digest ?? originalDigest }
    var shape: PictureShape { treated?.shape ?? originalShape }

    /// `[SPLIT/]CLASS/ID.ext`, its path in the archive below the top folder.
    var file: ByteString {
      var path: [UInt8] = []
      path.reserveCapacity(place.className.count + 27)
      appendFile(to: &path)
      return ByteString(path)
    }

    /// Appends ``file`` to a buffer.
    func appendFile(to buffer: inout [UInt8]) {
      if let part {
        buffer += part.name.bytes
        buffer.append(UInt8(ascii: "/"))
      }
      place.append(to: &buffer)
    }

    /// Appends its colours as `#rrggbb`, with spaces between them.
    func appendColours(to buffer: inout [UInt8]) {
      for index in 0..<Int(colourCount) {
        if index > 0 { buffer.append(0x20) }
        buffer.append(UInt8(ascii: "#"))
        for shift in [16, 8, 0] as [UInt32] {
          Hexadecimal.append(UInt8(truncatingIfNeeded: colours[index] >> shift), to: &buffer)
        }
      }
    }

    /// Whether its file comes first of two of one archive.
    fileprivate static func < (left: Image, right: Image) -> Bool {
      if left.folder != right.folder { return left.folder < right.folder }
      if left.id != right.id { return left.id < right.id }
      return left.place.format == .jpeg && right.place.format == .png
    }
  }

  /// A folder of the archive.
  private struct Folder: Hashable {
    let part: SplitPart?
    let className: ByteString

    init(_ image: Image) {
      part = image.part
      className = image.place.className
    }

    /// Its path with a slash behind it, as it begins those of its images.
    var path: ByteString {
      let folder = part.map { $0.name.appending(className) } ?? className
      return folder + "/"
    }
  }

  /// Sorts images by the bytes of their files.
  static func sort(_ images: inout [Image]) {
    // They come from one folder after another, so neighbours seldom differ.
    let starts = images.indices.filter { index in
      index == 0 || images[index].part != images[index - 1].part
        || images[index].place.className != images[index - 1].place.className
    }
    let folders = Set(starts.map { Folder(images[$0]) }).sorted { $0.path < $1.path }
    let numbers = Dictionary(
      uniqueKeysWithValues: folders.enumerated().map { ($0.element, Int32($0.offset)) })
    for (start, end) in zip(starts, starts.dropFirst() + [images.count]) {
      let number = numbers[Folder(images[start])] ?? 0
      for index in start..<end { images[index].folder = number }
    }
    images.sort { $0 < $1 }
  }
}

extension ArraySlice<PackPlan.Image> {
  /// The images of each folder, of images in the order of a plan; found without looking at each.
  var folders: [Self] {
    var folders: [Self] = []
    var rest = self
    while let first = rest.first {
      let end = rest.partition { $0.folder > first.folder }
      folders.append(rest[..<end])
      rest = rest[end...]
    }
    return folders
  }
}

/// What is to be known of a picture before it is decoded.
struct PictureShape: Sendable {
  private let columns: Int32
  private let rows: Int32
  private let turn: UInt8
  let mode: PixelMode
  let format: ImageFormat

  init(width: Int, height: Int, orientation: Int, mode: PixelMode, format: ImageFormat) {
    // No JPEG or PNG is larger (PNG, third edition, 11.2.1).
    columns = Int32(clamping: width)
    rows = Int32(clamping: height)
    turn = UInt8(clamping: orientation)
    (self.mode, self.format) = (mode, format)
  }

  init(_ facts: ImageFacts) {
    self.init(
      width: facts.width, height: facts.height, orientation: facts.orientation, mode: facts.mode,
      format: facts.format)
  }

  var width: Int { Int(columns) }
  var height: Int { Int(rows) }
  /// The EXIF value, 1 to 8.
  var orientation: Int { Int(turn) }
}
