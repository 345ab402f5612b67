internal import ArchiveFormats
internal import ByteText
internal import System

/// Writes a zip: images stored, texts deflated, entries in the order of their names' bytes.
struct ZipVolumeWriter: VolumeWriter {
  let sink: ArchiveSink
  private let top: ByteString
  private var zip: ZipWriter
  /// The files beside the images that are still to be written, sorted by name.
  private var texts: ArraySlice<ZipText>

  init(_ sink: ArchiveSink, top: ByteString, texts: [ZipText], date: Timestamp) {
    self.sink = sink
    self.top = top
    self.texts = texts.sorted { $0.name < $1.name }[...]
    zip = ZipWriter(date: date)
  }

  mutating func begin(_ packed: PackedImage) throws {
    let file = packed.image.file
    while let text = texts.first, text.name < file { try write(text) }
    let header = zip.beginEntry(
      name: top.appending(file), size: UInt64(packed.image.bytes), crc32: packed.crc32)
    try sink.write(header.span)
  }

  mutating func end(_ packed: PackedImage) throws {}

  mutating func finish() throws {
    while let text = texts.first { try write(text) }
    let end = zip.finish()
    try sink.write(end.span)
  }

  private mutating func write(_ text: ZipText) throws {
    let bytes = zip.deflatedEntry(name: top.appending(text.name), data: text.data)
    try sink.write(bytes.span)
    texts.removeFirst()
  }
}

/// A file beside the images.
struct ZipText {
  let name: ByteString
  let data: [UInt8]

  /// The files that tell of the images of a zip, without `SHA256SUMS`.
  static func describing(
    _ images: ArraySlice<PackPlan.Image>, of plan: PackPlan, _ options: PackOptions,
    called name: ByteString
  ) -> [ZipText] {
    let card = CardFile(datasetName: name, plan: plan, images: images)
    return [
      ZipText(name: CardFile.name, data: card.text),
      ZipText(name: ClassesFile.name, data: ClassesFile.text(of: plan)),
      ZipText(name: MetadataFile.name, data: MetadataFile(plan, options).text(of: images)),
    ]
  }

  /// All of them.
  static func all(
    for images: ArraySlice<PackPlan.Image>, of plan: PackPlan, _ options: PackOptions,
    called name: ByteString
  ) -> [ZipText] {
    guard !options.isPlain else { return [] }
    let texts = describing(images, of: plan, options, called: name)
    let sums = SumsFile.text(of: images, texts)
    return texts + [ZipText(name: SumsFile.name, data: sums)]
  }
}
