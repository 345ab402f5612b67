package import ByteText

/// The bytes of a tar archive, POSIX.1-2001: ustar, and pax headers only where ustar cannot say it.
///
/// Members are regular files of mode 0644, owned by 0:0 without names, all of one time, so that the
/// bytes depend on names and contents alone. A member is its header, its content, its padding.
package struct TarWriter: Sendable {
  private static let blockSize = 512
  private static let largestOctalSize: UInt64 = 0o777_7777_7777

  private let seconds: UInt64

  /// Begins an archive whose members all bear one time, not before 1970.
  package init(date: Timestamp = Timestamp(seconds: 0)) {
    seconds = min(UInt64(max(date.seconds, 0)), Self.largestOctalSize)
  }

  /// The header blocks of a member, to be followed by exactly `size` bytes and `padding(after:)`.
  ///
  /// A pax header comes before it when the name is not ASCII or does not fit ustar's 100 bytes and
  /// 155 of prefix, or when the size is 8 GiB or more.
  package func header(name: ByteString, size: UInt64) -> [UInt8] {
    let split = Self.ustarName(name)
    let isLarge = size > Self.largestOctalSize
    var blocks: [UInt8] = []
    if split == nil || isLarge {
      var records: [UInt8] = []
      if split == nil {
        if !name.isUTF8 { records += Self.paxRecord("hdrcharset", "BINARY") }
        records += Self.paxRecord("path", name)
      }
      if isLarge { records += Self.paxRecord("size", ByteString(String(size))) }
      blocks += block(name: "././@PaxHeader", size: UInt64(records.count), type: "x")
      blocks += records + padding(after: UInt64(records.count))
    }
    let (prefix, base) = split ?? ("", Self.asciiStandIn(name))
    blocks += block(prefix: prefix, name: base, size: isLarge ? 0 : size, type: "0")
    return blocks
  }

  /// The zero bytes that fill a content of `size` bytes up to whole blocks.
  package func padding(after size: UInt64) -> [UInt8] {
    let rest = Int(size % UInt64(Self.blockSize))
    return [UInt8](repeating: 0, count: rest == 0 ? 0 : Self.blockSize - rest)
  }

  /// The two zero blocks that end the archive.
  package func finish() -> [UInt8] {
    [UInt8](repeating: 0, count: 2 * Self.blockSize)
  }

  /// One ustar block; the checksum counts its own field as spaces.
  private func block(
    prefix: ByteString = "", name: ByteString, size: UInt64, type: Unicode.Scalar
  ) -> [UInt8] {
    var block: [UInt8] = []
    block.reserveCapacity(Self.blockSize)
    func field(_ text: ByteString, _ width: Int) {
      block += text.bytes + [UInt8](repeating: 0, count: width - text.count)
    }
    func octal(_ number: UInt64, _ width: Int) {
      let digits = String(number, radix: 8)
      let zeros = String(repeating: "0", count: width - 1 - digits.utf8.count)
      field(ByteString(zeros + digits), width)
    }
    field(name, 100)
    octal(0o644, 8)
    octal(0, 8)
    octal(0, 8)
    octal(size, 12)
    octal(seconds, 12)
    block += [UInt8](repeating: UInt8(ascii: " "), count: 8)
    field(ByteString([UInt8(ascii: type)]), 1)
    field("", 100)
    field("ustar", 6)
    field("00", 2)
    field("", 32 + 32)
    octal(0, 8)
    octal(0, 8)
    field(prefix, 155)
    field("", 12)
    let checksum = block.reduce(0) { $0 + Int($1) }
    let digits = String(checksum, radix: 8)
    let text = String(repeating: "0", count: 6 - digits.utf8.count) + digits + "\0 "
    block.replaceSubrange(148..<156, with: text.utf8)
    return block
  }

  /// Prefix and name of a path that ustar can hold, else nil.
  private static func ustarName(_ path: ByteString) -> (prefix: ByteString, name: ByteString)? {
    guard path.bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    if path.count <= 100 { return ("", path) }
    let bytes = path.bytes
    let earliest = bytes.count - 101
    guard
      let cut = bytes[earliest...].firstIndex(of: UInt8(ascii: "/")),
      (1...155).contains(cut), cut + 1 < bytes.count
    else { return nil }
    return (ByteString(bytes[..<cut]), ByteString(bytes[(cut + 1)...]))
  }

  /// What a reader without pax sees: the end of the path in ASCII.
  private static func asciiStandIn(_ path: ByteString) -> ByteString {
    ByteString(path.bytes.suffix(100).map { $0 < 0x80 ? $0 : UInt8(ascii: "_") })
  }

  /// A pax record `LENGTH KEY=VALUE\n`, whose length counts its own digits.
  private static func paxRecord(_ key: ByteString, _ value: ByteString) -> [UInt8] {
    let rest = key.count + value.count + 3
    var length = rest
    while rest + String(length).utf8.count != length { length = rest + String(length).utf8.count }
    return ByteString(String(length)).bytes + [UInt8(ascii: " ")] + key.bytes
      + [UInt8(ascii: "=")] + value.bytes + [UInt8(ascii: "\n")]
  }
}
