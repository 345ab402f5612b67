internal import ByteText

/// The `data_files` in the YAML head of a `README.md`, as Hugging Face's `configs` have them.
///
/// Not a reader of YAML: it knows lists of `split:` and `path:`, where the path is `**` or `FOLDER/**`,
/// which is how cards are written here and what the documentation shows. Anything else is not
/// understood.
struct HuggingFaceCard {
  private let files: [(split: ByteString, folder: ByteString)]
  let keepsLabels: Bool
  let isUnderstood: Bool

  /// Nil if the head names no data files.
  init?(_ text: [UInt8]) {
    let lines = ByteString(text).split(on: UInt8(ascii: "\n"))
    guard lines.first?.trimmed == "---" else { return nil }
    let head = lines.dropFirst().prefix { $0.trimmed != "---" }.map(\.trimmed)
    guard head.contains(where: { $0.hasPrefix("data_files:") }) else { return nil }
    var files: [(split: ByteString, folder: ByteString)] = []
    var split: ByteString?
    var isUnderstood = true
    for line in head {
      if let value = Self.value(of: "split", in: line) { split = value }
      guard let value = Self.value(of: "path", in: line) else { continue }
      guard let name = split, let folder = Self.folder(of: value) else {
        isUnderstood = false
        continue
      }
      files.append((name, folder))
    }
    self.files = files
    self.isUnderstood =
      isUnderstood && !files.isEmpty && head.count { $0.hasPrefix("data_files:") } == 1
    keepsLabels = head.contains { Self.value(of: "drop_labels", in: $0) == "false" }
  }

  var splits: [ByteString] { files.map(\.split) }

  /// The split that a top folder is.
  func split(ofFolder folder: ByteString) -> ByteString? {
    files.first { $0.folder == folder }?.split
  }

  func splits(of file: LoaderFile) -> [ByteString] {
    files.filter { $0.folder.isEmpty || file.folder.path.first == $0.folder }.map(\.split)
  }

  private static func value(of key: ByteString, in line: ByteString) -> ByteString? {
    let start = line.hasPrefix("- ") ? ByteString(line.bytes.dropFirst(2)).trimmed : line
    guard start.hasPrefix(key + ":") else { return nil }
    let value = ByteString(start.bytes.dropFirst(key.count + 1)).trimmed
    let isQuoted = value.count > 1 && value.bytes.first == value.bytes.last
    let quotes = "\"'".utf8
    guard isQuoted, let quote = value.bytes.first, quotes.contains(quote) else { return value }
    return ByteString(value.bytes.dropFirst().dropLast())
  }

  /// The folder before `/**`, empty for `**` alone.
  private static func folder(of pattern: ByteString) -> ByteString? {
    if pattern == "**" { return "" }
    guard pattern.hasSuffix("/**") else { return nil }
    let folder = ByteString(pattern.bytes.dropLast(3))
    return folder.bytes.contains { "*?[]/".utf8.contains($0) } ? nil : folder
  }
}

extension ByteString {
  /// Without spaces, tabs and carriage returns at its ends.
  fileprivate var trimmed: ByteString {
    let space: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let front = bytes.drop(while: space)
    return ByteString(
      front.prefix((front.lastIndex { !space($0) } ?? front.startIndex - 1) + 1 - front.startIndex))
  }
}
