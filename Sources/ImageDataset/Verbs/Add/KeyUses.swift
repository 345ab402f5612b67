internal import ByteText

/// Which files the keys of a table name; a file that is met again counts once.
struct KeyUses {
  private var first: [ByteString: ByteString] = [:]
  private var others: [ByteString: Set<ByteString>] = [:]

  /// - Parameter file: its path from the root, the same however it was met.
  mutating func note(_ key: ByteString, for file: ByteString) {
    guard let known = first[key] else {
      first[key] = file
      return
    }
    if known != file { others[key, default: []].insert(file) }
  }

  /// How many files a key names.
  func count(_ key: ByteString) -> Int {
    first[key] == nil ? 0 : 1 + (others[key]?.count ?? 0)
  }
}
