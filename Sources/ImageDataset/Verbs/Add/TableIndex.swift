internal import ByteText

/// Finds the rows of a table that speak of a file.
struct TableIndex {
  private let rows: [ByteString: [LabelTable.Row]]

  init(_ table: LabelTable) {
    rows = Dictionary(grouping: table.rows, by: Self.key)
  }

  /// A row's file name without `./` and doubled slashes.
  static func key(_ row: LabelTable.Row) -> ByteString {
    joined(row.file.components[...])
  }

  /// The rows with a key, in the table's order.
  func rows(_ key: ByteString) -> [LabelTable.Row] {
    rows[key] ?? []
  }

  /// The key of exactly this path, with its ending or without.
  func exactKey(of path: ByteString) -> ByteString? {
    let whole = Self.joined(path.components[...])
    return [whole, whole.withoutEnding].first { rows[$0] != nil }
  }

  /// The key that is the longest trailing part of a path, with its ending or without, and is free.
  func trailingKey(of path: ByteString, where isFree: (ByteString) -> Bool) -> ByteString? {
    let parts = path.components
    for start in parts.indices {
      let part = Self.joined(parts[start...])
      for key in [part, part.withoutEnding] where rows[key] != nil && isFree(key) {
        return key
      }
    }
    return nil
  }

  /// Every key that is a trailing part of a path, with its ending or without.
  func trailingKeys(of path: ByteString) -> [ByteString] {
    let parts = path.components
    return parts.indices.flatMap { start in
      let part = Self.joined(parts[start...])
      return Set([part, part.withoutEnding]).filter { rows[$0] != nil }
    }
  }

  private static func joined(_ components: ArraySlice<ByteString>) -> ByteString {
    components.reduce(ByteString()) { $0.appending($1) }
  }
}

extension ByteString {
  fileprivate var withoutEnding: ByteString {
    let ending = pathExtension
    return ending.isEmpty ? self : ByteString(bytes.dropLast(ending.count + 1))
  }
}
