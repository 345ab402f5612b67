/// What an entry holds, deflated if that makes it shorter; made before the entry has its place.
package struct ZipContent: Sendable {
  /// What stands in the archive.
  let bytes: [UInt8]
  /// How many bytes those stand for.
  package let size: Int
  let crc32: UInt32
  let isDeflated: Bool

  fileprivate init(_ parts: ZipContentParts, bytes: [UInt8], isDeflated: Bool) {
    self.bytes = bytes
    size = parts.size
    crc32 = parts.crc32
    self.isDeflated = isDeflated
  }

  package init(_ data: [UInt8]) {
    var parts = ZipContentParts()
    for start in stride(from: 0, to: data.count, by: ZipContentParts.mostBytes) {
      let end = min(start + ZipContentParts.mostBytes, data.count)
      parts.append(ZipContentParts.Part(Array(data[start..<end])))
    }
    self = parts.content
  }
}

/// Puts the content of an entry together from parts that were deflated on any thread.
///
/// Of a long text only the deflated parts are held.
package struct ZipContentParts: Sendable {
  /// A part of a text, plain and deflated.
  package struct Part: Sendable {
    package let data: [UInt8]
    fileprivate let deflated: [UInt8]

    /// - Parameter data: at most 1 GiB.
    package init(_ data: [UInt8]) {
      self.data = data
      deflated = Deflate.part(data)
    }
  }

  /// The usual length of a part, in bytes; shorter ones compress worse.
  fileprivate static let mostBytes = 1 << 20

  fileprivate private(set) var size = 0
  fileprivate private(set) var crc32: UInt32 = 0
  private var stream: [UInt8] = []
  /// The whole text, while it is a single part.
  private var plain: [UInt8]? = []

  package init() {}

  package mutating func append(_ part: Part) {
    plain = size == 0 ? part.data : nil
    size += part.data.count
    crc32 = CRC32.of(part.data.span, continuing: crc32)
    stream += part.deflated
  }

  /// The content; of a single part it is stored unless deflating makes it shorter.
  package var content: ZipContent {
    if let plain, plain.count <= stream.count + Deflate.end.count {
      return ZipContent(self, bytes: plain, isDeflated: false)
    }
    return ZipContent(self, bytes: stream + Deflate.end, isDeflated: true)
  }
}
