import ArchiveFormats
import ByteText

/// A file that tests put into archives.
struct Sample {
  let name: ByteString
  let data: [UInt8]
  var isText = false

  /// What a small packed dataset looks like: pictures stored, texts deflated, a foreign name.
  static let dataset = [
    Sample(name: "pets/README.md", data: Array("# pets\n".utf8), isText: true),
    Sample(
      name: "pets/SHA256SUMS",
      data: Array(String(repeating: "0123abcd  cat/1.jpg\n", count: 40).utf8), isText: true),
    Sample(name: "pets/cat/0123456789abcdef.jpg", data: Noise.bytes(300, seed: 3)),
    Sample(name: "pets/dog/empty.png", data: []),
    Sample(name: "pets/größe 猫/0.png", data: Noise.bytes(70, seed: 4)),
  ]

  static func zip(
    _ samples: [Sample] = dataset, date: Timestamp = Timestamp(year: 1980, month: 1, day: 1)
  ) -> [UInt8] {
    var writer = ZipWriter(date: date)
    var bytes: [UInt8] = []
    for sample in samples {
      if sample.isText {
        bytes += writer.deflatedEntry(name: sample.name, data: sample.data)
      } else {
        bytes += writer.beginEntry(
          name: sample.name, size: UInt64(sample.data.count), crc32: CRC32.of(sample.data.span))
        bytes += sample.data
      }
    }
    return bytes + writer.finish()
  }

  /// A zip of an entry `large` of 5 GiB of zeros, with a made-up checksum, and an entry `small`
  /// behind it: the pieces that are not zeros, and where they lie.
  static var largeZip: (size: UInt64, pieces: [(offset: UInt64, bytes: [UInt8])]) {
    let size = UInt64(5) << 30
    let small = Noise.bytes(10)
    var writer = ZipWriter()
    let header = writer.beginEntry(name: "large", size: size, crc32: 1)
    let place = writer.offset
    let tail = writer.beginEntry(name: "small", size: 10, crc32: CRC32.of(small.span)) + small
    return (size, [(0, header), (place, tail + writer.finish())])
  }

  static func tar(_ samples: [Sample], date: Timestamp = Timestamp(seconds: 0)) -> [UInt8] {
    let writer = TarWriter(date: date)
    let members = samples.flatMap { sample in
      writer.header(name: sample.name, size: UInt64(sample.data.count)) + sample.data
        + writer.padding(after: UInt64(sample.data.count))
    }
    return members + writer.finish()
  }
}
