package import ByteText
internal import Glibc

/// The account the process acts for.
package enum Account {
  /// The effective user's number.
  package static var userID: UInt32 { geteuid() }

  /// The account's name: from `/etc/passwd`, else from where else the system keeps accounts, else the
  /// number's digits.
  ///
  /// The file is read as text, because the C library's look-up loads plug-ins that a static program
  /// does not have; of accounts kept elsewhere (LDAP) getent(1) knows. What the environment says is
  /// whoever's that set it.
  package static var name: ByteString {
    let accounts = try? Files.readWhole("/etc/passwd", atMost: 1 << 24)
    return name(of: userID, in: ByteString(accounts ?? []))
      ?? name(of: userID, in: otherAccounts) ?? ByteString(String(userID))
  }

  /// The line that getent(1) has for the user; empty if it has none, or is not there.
  private static var otherAccounts: ByteString {
    var (nothing, line): ([UInt8], [UInt8]) = ([], [])
    let command = ByteString("getent passwd \(userID) 2> /dev/null")
    guard let program = try? ChildProcess(shell: command) else {
      return ""
    }
    while let said = try? program.exchange(&nothing, waitsForAnswer: true) { line += said }
    return ByteString(line)
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
