internal import ArchiveFormats
internal import ByteText

/// Writes a shard of samples.
struct TarVolumeWriter: VolumeWriter {
  let sink: ArchiveSink
  private let samples: TarSamples
  private let tar: TarWriter

  init(_ sink: ArchiveSink, _ samples: TarSamples, date: Timestamp) {
    self.sink = sink
    self.samples = samples
    tar = TarWriter(date: date)
  }

  mutating func begin(_ image: PackPlan.Image, crc32: UInt32) throws {
    let index = member(image.id.text + ".cls", samples.classIndex(image))
    let header = tar.header(name: image.place.fileName, size: UInt64(image.bytes))
    let front = index + header
    try sink.write(front.span)
  }

  mutating func end(_ image: PackPlan.Image) throws {
    let padding = tar.padding(after: UInt64(image.bytes))
    let rest = padding + member(image.id.text + ".json", samples.facts(image))
    try sink.write(rest.span)
  }

  mutating func finish() throws {
    let end = tar.finish()
    try sink.write(end.span)
  }

  private func member(_ name: ByteString, _ data: [UInt8]) -> [UInt8] {
    let size = UInt64(data.count)
    return tar.header(name: name, size: size) + data + tar.padding(after: size)
  }
}
