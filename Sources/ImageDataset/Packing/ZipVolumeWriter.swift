internal import ArchiveFormats
internal import ByteText
internal import System

/// Writes a zip: images stored, texts deflated, entries in the order of their names' bytes.
struct ZipVolumeWriter: VolumeWriter {
  let sink: ArchiveSink
  private let top: ByteString
  private var zip: ZipWriter
  /// The files beside the images that are still to be written, sorted by name.
  private var texts: ArraySlice<DeflatedText>
  /// A local header, in memory that serves them all.
  private var header: [UInt8] = []

  init(_ sink: ArchiveSink, top: ByteString, texts: [DeflatedText], date: Timestamp) {
    self.sink = sink
    self.top = top
    self.texts = texts.sorted { $0.name < $1.name }[...]
    zip = ZipWriter(date: date)
  }

  mutating func begin(_ image: PackPlan.Image, crc32: UInt32) throws {
    let file = image.file
    while let text = texts.first, text.name < file { try write(text) }
    header.removeAll(keepingCapacity: true)
    zip.beginEntry(
      name: top.appending(file), size: UInt64(image.bytes), crc32: crc32, header: &header)
    try sink.write(header.span)
  }

  mutating func end(_ image: PackPlan.Image) throws {}

  mutating func finish() throws {
    while let text = texts.first { try write(text) }
    let end = zip.finish()
    try sink.write(end.span)
  }

  private mutating func write(_ text: DeflatedText) throws {
    let bytes = zip.entry(name: top.appending(text.name), text.content)
    try sink.write(bytes.span)
    texts.removeFirst()
  }
}
