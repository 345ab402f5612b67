internal import ArchiveFormats
internal import ByteText
internal import System

/// Writes a zip: images stored, texts deflated, entries in the order of their names' bytes.
struct ZipVolumeWriter: VolumeWriter {
  /// The local header of an image.
  struct Frame: ImageFrame {
    private let top: ByteString
    private let headers: ZipHeaders

    init(top: ByteString, _ headers: ZipHeaders) {
      self.top = top.appending("")
      self.headers = headers
    }

    /// The path of an image in the archive.
    func name(of image: PackPlan.Image) -> ByteString {
      var name = top
      image.appendFile(to: &name.bytes)
      return name
    }

    func appendHead(of image: PackPlan.Image, crc32: UInt32, to buffer: inout [UInt8]) {
      headers.append(name: name(of: image), size: UInt64(image.bytes), crc32: crc32, to: &buffer)
    }

    func appendTail(of image: PackPlan.Image, to buffer: inout [UInt8]) {}
  }

  let sink: ArchiveSink
  let frame: Frame
  let cuts: [Int]
  private let top: ByteString
  private var zip: ZipWriter
  private let makeTexts: () -> [DeflatedText]
  /// The files beside the images that are still to be written, sorted by name, each with the index of
  /// the image that it stands before.
  ///
  /// They are made while other threads read the first images.
  private lazy var texts = makeTexts().sorted { $0.name < $1.name }.map { text in
    (before: images.partition { text.name < $0.file }, text: text)
  }[...]
  private let images: ArraySlice<PackPlan.Image>

  /// - Parameters:
  ///   - names: those of the texts.
  ///   - texts: makes them.
  init(
    _ sink: ArchiveSink, top: ByteString, images: ArraySlice<PackPlan.Image>, date: Timestamp,
    names: [ByteString], texts: @escaping () -> [DeflatedText]
  ) {
    self.sink = sink
    self.top = top
    self.images = images
    makeTexts = texts
    zip = ZipWriter(date: date)
    frame = Frame(top: top, zip.headers)
    cuts = names.map { name in images.partition { name < $0.file } }.sorted()
    // Those of many images take threads and memory of their own, which is free until images are read.
    if images.count > DeflatedText.stretch { prepare() }
  }

  mutating func prepare() { _ = texts }

  mutating func reach(_ index: Int) throws {
    while let (before, text) = texts.first, before <= index { try write(text) }
  }

  mutating func note(_ image: PackPlan.Image, crc32: UInt32) {
    zip.noteEntry(name: frame.name(of: image), size: UInt64(image.bytes), crc32: crc32)
  }

  mutating func finish() throws {
    while let (_, text) = texts.first { try write(text) }
    let end = zip.finish()
    try sink.write(end.span)
  }

  private mutating func write(_ text: DeflatedText) throws {
    let bytes = zip.entry(name: top.appending(text.name), text.content)
    try sink.write(bytes.span)
    texts.removeFirst()
  }
}
