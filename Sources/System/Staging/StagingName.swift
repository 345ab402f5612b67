internal import ByteText
internal import Synchronization

/// The dot-name of a file being written, which says whose it is:
/// `.imgds-PID-START-REALM-N`, all but the decimal PID, START and N being eight hex digits.
///
/// Hidden and without an image's ending, so that every reader of class folders passes it over.
struct StagingName: Sendable, Hashable {
  private static let prefix: ByteString = ".imgds-"
  private static let count = Atomic<Int>(0)

  let maker: ProcessIdentity
  let serial: Int

  /// A name that this process has not used yet.
  static func fresh() -> StagingName {
    let (_, serial) = count.add(1, ordering: .relaxed)
    return StagingName(maker: .current, serial: serial)
  }

  init(maker: ProcessIdentity, serial: Int) {
    self.maker = maker
    self.serial = serial
  }

  /// Reads a name back; nil for any that ``text`` does not give.
  init?(_ name: ByteString) {
    guard name.hasPrefix(Self.prefix) else { return nil }
    let parts = ByteString(name.bytes[Self.prefix.count...]).split(on: UInt8(ascii: "-"))
    guard parts.count == 4,
      let number = Decimal.number(parts[0].bytes),
      let start = Decimal.number(parts[1].bytes),
      let realm = Hexadecimal.number(parts[2].bytes, as: UInt32.self),
      let serial = Decimal.number(parts[3].bytes)
    else { return nil }
    maker = ProcessIdentity(number: number, start: UInt64(start), realm: realm)
    self.serial = serial
    guard text == name else { return nil }
  }

  var text: ByteString {
    let realm = Hexadecimal.encode(maker.realm).displayed
    return Self.prefix + ByteString("\(maker.number)-\(maker.start)-\(realm)-\(serial)")
  }
}
