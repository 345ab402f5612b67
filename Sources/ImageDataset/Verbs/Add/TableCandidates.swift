internal import ByteText
internal import System

/// Every file below the operands, whose classes a table says.
///
/// A row names a picture by its path below the operand, by any unique trailing part of its path, or
/// by either without the ending. All files are looked up before the first is added, since a part is
/// unique only among all of them.
final class TableCandidates: AddCandidates {
  private var candidates: [AddCandidate] = []
  private var index = 0
  private(set) var skipped = 0

  init(
    _ operands: PathList, _ table: LabelTable, excluding excluded: FileStatus? = nil
  ) throws {
    let index = TableIndex(table)
    var files: [(item: TreeWalk.Item, file: ByteString, key: ByteString?)] = []
    while let operand = try operands() {
      let resolved = (try? Files.resolved(operand)) ?? operand
      var walk = TreeWalk([operand], excluding: excluded)
      while let item = walk.next() {
        let relative = item.path.relative(to: operand)
        let file = item.path == operand ? resolved : resolved.appending(relative)
        files.append((item, file, index.exactKey(of: relative)))
      }
      skipped += walk.skipped
    }
    // Which file a key names by its whole path below an operand.
    var exact: [ByteString: ByteString] = [:]
    for file in files { if let key = file.key { exact[key] = file.file } }
    var uses = KeyUses()
    for number in files.indices {
      let (item, file, own) = files[number]
      if let own { uses.note(own, for: file) }
      // A part is unique only among all files, those that another row names more closely included.
      let isFree = { (key: ByteString) in exact[key] == nil || exact[key] == file }
      for key in index.trailingKeys(of: item.path) where isFree(key) {
        uses.note(key, for: file)
      }
      files[number].key = own ?? index.trailingKey(of: item.path, where: isFree)
    }
    let spoken = Set(files.compactMap(\.key))
    candidates = files.map { file in
      Self.candidate(
        for: file.item, rows: file.key.map(index.rows) ?? [],
        uses: file.key.map(uses.count) ?? 0)
    }
    candidates += table.rows.filter { !spoken.contains(TableIndex.key($0)) }.map { row in
      AddCandidate(
        Refusal(
          source: row.file, code: .notFound, message: "no picture fits this row of the table",
          line: row.line))
    }
  }

  func next() -> AddCandidate? {
    guard index < candidates.count else { return nil }
    defer { index += 1 }
    return candidates[index]
  }

  private static func candidate(
    for item: TreeWalk.Item, rows: [LabelTable.Row], uses: Int
  ) -> AddCandidate {
    guard case .file(let path) = item else { return AddCandidate(item, into: "") }
    func refusal(_ code: Refusal.Code, _ message: String) -> AddCandidate {
      AddCandidate(Refusal(source: path, code: code, message: message, line: rows.first?.line))
    }
    guard let row = rows.first else { return refusal(.noClass, "the table has no row for it") }
    guard rows.allSatisfy({ $0.label == row.label }) else {
      let lines = rows.map { String($0.line) }.joined(separator: ", ")
      return refusal(.ambiguous, "lines \(lines) of the table name different classes")
    }
    guard uses == 1 else {
      return refusal(.ambiguous, "line \(row.line) of the table fits \(uses) pictures")
    }
    if row.label.isEmpty {
      return refusal(.noClass, "line \(row.line) of the table names no class")
    }
    if let fault = ClassName.fault(in: row.label) {
      let name = row.label.displayed
      return refusal(.className, "line \(row.line) of the table: the class name '\(name)' \(fault)")
    }
    return AddCandidate(path, into: row.label)
  }
}

extension ByteString {
  /// The path below an operand; of an operand that is the file itself, its name.
  fileprivate func relative(to operand: ByteString) -> ByteString {
    guard self != operand else { return lastComponent }
    let base = operand.withoutTrailingSlashes
    guard hasPrefix(base) else { return self }
    return ByteString(bytes.dropFirst(base.count).drop { $0 == UInt8(ascii: "/") })
  }
}
