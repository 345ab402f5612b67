package import ByteText
package import ImageCodec

/// Where an image lies in a dataset: it follows from its class, id and format, never from a record.
package struct ImagePlace: Hashable, Sendable {
  package let className: ByteString
  package let id: ImageID
  package let format: ImageFormat

  /// `ID.jpg` or `ID.png`.
  package var fileName: ByteString {
    var name: [UInt8] = []
    name.reserveCapacity(20)
    appendName(to: &name)
    return ByteString(name)
  }

  /// `CLASS/ID.ext`, the path below the dataset.
  package var file: ByteString {
    var path: [UInt8] = []
    path.reserveCapacity(className.count + 21)
    append(to: &path)
    return ByteString(path)
  }

  /// Appends ``file`` to a buffer, for those who write a million of them.
  package func append(to buffer: inout [UInt8]) {
    buffer += className.bytes
    buffer.append(UInt8(ascii: "/"))
    appendName(to: &buffer)
  }

  private func appendName(to buffer: inout [UInt8]) {
    Hexadecimal.append(id.number, to: &buffer)
    buffer += Self.ending(of: format)
  }

  /// `.jpg` or `.png`.
  private static func ending(of format: ImageFormat) -> [UInt8] {
    switch format {
    case .jpeg: [0x2E, 0x6A, 0x70, 0x67]
    case .png: [0x2E, 0x70, 0x6E, 0x67]
    }
  }

  package init(className: ByteString, id: ImageID, format: ImageFormat) {
    self.className = className
    self.id = id
    self.format = format
  }

  /// The place that a file name in a class folder says, or nil if it is no `ID.jpg` or `ID.png`.
  package init?(className: ByteString, fileName: ByteString) {
    let bytes = fileName.bytes
    guard bytes.count == 20, let number = Hexadecimal.number(of: bytes[..<16]) else { return nil }
    let ending = bytes[16...]
    guard let format = ImageFormat.allCases.first(where: { ending == Self.ending(of: $0)[...] })
    else { return nil }
    self.init(className: className, id: ImageID(number: number), format: format)
  }
}
