package import ByteText
internal import Glibc

/// The account the process acts for.
package enum Account {
  /// The effective user's number.
  package static var userID: UInt32 { geteuid() }

  /// The account's name: from `/etc/passwd`, else `LOGNAME`, else the number's digits.
  ///
  /// The file is read as text, because the C library's look-up loads plug-ins that a static program
  /// does not have; accounts kept elsewhere (LDAP) are known by their login environment.
  package static var name: ByteString {
    let accounts = try? Files.readWhole("/etc/passwd", atMost: 1 << 24)
    if let name = name(of: userID, in: ByteString(accounts ?? [])) { return name }
    if let name = Environment.value("LOGNAME"), !name.isEmpty { return name }
    return ByteString(String(userID))
  }

  /// The name that a text in the form of passwd(5) gives a user.
  static func name(of userID: UInt32, in accounts: ByteString) -> ByteString? {
    for line in accounts.split(on: UInt8(ascii: "\n")) {
      let fields = line.split(on: UInt8(ascii: ":"))
      guard fields.count > 2, !fields[0].isEmpty else { continue }
      if Decimal.number(fields[2].bytes) == Int(userID) { return fields[0] }
    }
    return nil
  }
}
