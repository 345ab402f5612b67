internal import ByteText

/// The split words in the names of a tree, as Hugging Face's patterns find them.
///
/// A word counts where `- . _`, space, digits or the name's edges stand on both sides; in a file's name
/// one of these must follow.
struct HuggingFaceMarks {
  /// A word and the first path it was found in.
  struct Mark {
    let word: String
    let file: ByteString
  }

  static let words: [(word: ByteString, split: ByteString)] = [
    ("train", "train"), ("training", "train"), ("validation", "validation"),
    ("valid", "validation"), ("dev", "validation"), ("val", "validation"), ("test", "test"),
    ("testing", "test"), ("eval", "test"), ("evaluation", "test"),
  ]

  private(set) var folders: [ByteString: Mark] = [:]
  private(set) var names: [ByteString: Mark] = [:]
  private(set) var foreign: ByteString?
  private(set) var shard: (file: ByteString, split: ByteString)?
  private(set) var fault: LoaderRemark?
  private var lastFolder: [ByteString]?

  mutating func meet(_ file: LoaderFile) {
    if lastFolder != file.folder.path {
      lastFolder = file.folder.path
      for name in file.folder.path {
        for (word, split) in Self.words where folders[split] == nil {
          guard !Self.hits(of: word, in: name).isEmpty else { continue }
          folders[split] = Mark(word: word.displayed, file: file.path)
        }
      }
    }
    for (word, split) in Self.words where names[split] == nil {
      guard !Self.hits(of: word, in: file.name).isDisjoint(with: [.front, .inside]) else {
        continue
      }
      names[split] = Mark(word: word.displayed, file: file.path)
    }
    if foreign == nil, Self.isForeign(file) { foreign = file.path }
    if shard == nil, let split = Self.split(ofShard: file) { shard = (file.path, split) }
    if fault == nil { fault = Self.fault(of: file) }
  }

  /// The splits of a file whose folders have this path.
  static func places(inFolders path: [ByteString]) -> [HuggingFaceFiles.Place] {
    places { word in path.reduce(into: []) { $0.formUnion(hits(of: word, in: $1)) } }
  }

  /// The splits of a file of this name.
  static func places(inName name: ByteString) -> [HuggingFaceFiles.Place] {
    places { hits(of: $0, in: name).intersection([.front, .inside]) }
  }

  private static func places(
    _ hits: (ByteString) -> Set<Pattern>
  ) -> [HuggingFaceFiles.Place] {
    var times: [ByteString: Int] = [:]
    for (word, split) in words { times[split, default: 0] += hits(word).count }
    return times.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { HuggingFaceFiles.Place(split: $0.key, times: $0.value) }
  }

  /// Where in a name a word may stand; each is a pattern of its own.
  private enum Pattern {
    case whole, front, back, inside
  }

  private static func hits(of word: ByteString, in name: ByteString) -> Set<Pattern> {
    guard name.count >= word.count else { return [] }
    var hits: Set<Pattern> = []
    for start in 0...(name.count - word.count) {
      let end = start + word.count
      guard name.bytes[start..<end] == word.bytes[...],
        start == 0 || isSeparator(name.bytes[start - 1]),
        end == name.count || isSeparator(name.bytes[end])
      else { continue }
      switch (start == 0, end == name.count) {
      case (true, true): hits.insert(.whole)
      case (true, false): hits.insert(.front)
      case (false, true): hits.insert(.back)
      case (false, false): hits.insert(.inside)
      }
    }
    return hits
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    "-._ 0123456789".utf8.contains(byte)
  }

  /// A name by which it tells logs of evaluations and tasks.
  private static func isForeign(_ file: LoaderFile) -> Bool {
    file.name.hasSuffix(".eval") || file.name == "task.toml" || file.name == "instruction.md"
  }

  /// The split in `data/SPLIT-00000-of-00001.ENDING`; nil for any other path.
  static func split(ofShard file: LoaderFile) -> ByteString? {
    guard file.folder.path == ["data"], let mark = range(of: "-of-", in: file.name) else {
      return nil
    }
    let front = file.name.bytes[..<mark.lowerBound]
    let back = file.name.bytes[mark.upperBound...]
    let digits = front.suffix(5) + back.prefix(5)
    guard front.count > 6, front.dropLast(5).last == UInt8(ascii: "-"), digits.count == 10,
      digits.allSatisfy({ (0x30...0x39).contains($0) }), back.contains(UInt8(ascii: "."))
    else { return nil }
    return ByteString(front.dropLast(6))
  }

  private static func range(of part: ByteString, in name: ByteString) -> Range<Int>? {
    guard name.count >= part.count else { return nil }
    return (0...(name.count - part.count)).lazy.map { $0..<$0 + part.count }
      .first { name.bytes[$0] == part.bytes[...] }
  }

  /// A name that its paths cannot hold: no UTF-8, `::`, or what looks like an environment variable.
  private static func fault(of file: LoaderFile) -> LoaderRemark? {
    let path = file.path
    guard path.isUTF8 else { return .foreignName(path) }
    let isChained = range(of: "::", in: path) != nil
    let isVariable = zip(path.bytes, path.bytes.dropFirst()).contains { one, next in
      one == UInt8(ascii: "$")
        && (next == UInt8(ascii: "_") || next == UInt8(ascii: "{")
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20))
    }
    if !isChained, !isVariable { return strange(file) }
    return LoaderRemark(
      code: .portableName, file: path,
      message: "cannot hold '\(isChained ? "::" : "$")' in the path '\(path.displayed)'",
      isFatal: true)
  }

  /// A file that is taken for an image or an archive though its last ending is no image's.
  private static func strange(_ file: LoaderFile) -> LoaderRemark? {
    let inner = ByteString(file.name.stem.bytes).pathExtension.asciiLowercased
    let path = file.path
    if file.ending == "zip" {
      return LoaderRemark(
        code: .unchecked, file: path, message: "opens the archive '\(path.displayed)' too")
    }
    guard !HuggingFaceFiles.endings.contains(file.ending), HuggingFaceFiles.endings.contains(inner)
    else { return nil }
    return LoaderRemark(
      code: .unchecked, file: path,
      message: "takes '\(path.displayed)' for an image by its inner ending", isFatal: true)
  }
}
