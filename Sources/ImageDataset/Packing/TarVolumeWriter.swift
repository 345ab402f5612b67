internal import ArchiveFormats
internal import ByteText

/// Writes a shard of samples.
struct TarVolumeWriter: VolumeWriter {
  /// A sample but for its image's bytes.
  struct Frame: ImageFrame {
    private let samples: TarSamples
    private let tar: TarWriter

    init(_ samples: TarSamples, date: Timestamp) {
      self.samples = samples
      tar = TarWriter(date: date)
    }

    func appendHead(of image: PackPlan.Image, crc32: UInt32, to buffer: inout [UInt8]) {
      appendMember(image.id.text + ".cls", samples.classIndex(image), to: &buffer)
      buffer += tar.header(name: image.place.fileName, size: UInt64(image.bytes))
    }

    func appendTail(of image: PackPlan.Image, to buffer: inout [UInt8]) {
      buffer += tar.padding(after: UInt64(image.bytes))
      appendMember(image.id.text + ".json", samples.facts(image), to: &buffer)
    }

    private func appendMember(_ name: ByteString, _ data: [UInt8], to buffer: inout [UInt8]) {
      let size = UInt64(data.count)
      buffer += tar.header(name: name, size: size)
      buffer += data
      buffer += tar.padding(after: size)
    }
  }

  let sink: ArchiveSink
  let frame: Frame
  let cuts: [Int] = []

  init(_ sink: ArchiveSink, _ samples: TarSamples, date: Timestamp) {
    self.sink = sink
    frame = Frame(samples, date: date)
  }

  mutating func prepare() {}
  mutating func reach(_ index: Int) throws {}
  mutating func note(_ image: PackPlan.Image, crc32: UInt32) {}

  mutating func finish() throws {
    let end = TarWriter().finish()
    try sink.write(end.span)
  }
}
