internal import ByteText

/// The rows of `metadata.jsonl` files, which Hugging Face follows in place of the folders.
///
/// Only what they list is loaded, under the label they give; a row without a file is an error. The same
/// tables as CSV or Parquet are not looked into.
struct HuggingFaceRows {
  private static let names: Set<ByteString> = [
    "metadata.jsonl", "metadata.csv", "metadata.parquet",
  ]

  private var placed: [ByteString: [LoadedPlace]] = [:]
  private(set) var fault: LoaderRemark?

  /// Nil if no table is among the files.
  init?(_ tree: LoaderTree, _ files: HuggingFaceFiles) {
    var tables: [(path: ByteString, splits: [ByteString])] = []
    var present: Set<ByteString> = []
    for folder in tree.folders {
      for file in tree.files(of: folder) where Self.names.contains(file.name) {
        let splits = files.places(of: file).map(\.split)
        if !splits.isEmpty { tables.append((file.path, splits)) }
      }
    }
    guard !tables.isEmpty else { return nil }
    for folder in tree.folders {
      for file in tree.files(of: folder) { present.insert(file.path) }
    }
    for (path, splits) in tables {
      guard path.pathExtension == "jsonl", let text = tree.content(of: path) else {
        fault = Self.fault(path, "follows '\(path.displayed)', which is not looked into here")
        continue
      }
      read(text, at: path, splits, present)
    }
  }

  func places(of file: LoaderFile) -> [LoadedPlace] {
    placed[file.path] ?? []
  }

  private mutating func read(
    _ text: [UInt8], at path: ByteString, _ splits: [ByteString], _ present: Set<ByteString>
  ) {
    let folder = path.components.dropLast().path
    for line in text.split(separator: UInt8(ascii: "\n")) {
      var name: ByteString?
      var label: ByteString?
      let bytes = Array(line)
      let isObject = JSONScanner.object(bytes.span) { key, value in
        if JSONScanner.key(bytes.span, key, is: "file_name") { name = value.text(in: bytes.span) }
        if JSONScanner.key(bytes.span, key, is: "label") { label = value.text(in: bytes.span) }
      }
      guard isObject, let name else {
        fault = Self.fault(path, "fails on '\(path.displayed)', a line of which names no file")
        continue
      }
      let file = folder.appending(name)
      guard present.contains(file) else {
        fault = Self.fault(path, "fails on '\(path.displayed)', which lists a missing file")
        continue
      }
      placed[file, default: []] += splits.map { LoadedPlace(split: $0, className: label) }
    }
  }

  private static func fault(_ path: ByteString, _ message: String) -> LoaderRemark {
    LoaderRemark(code: .unchecked, file: path, message: message, isFatal: true)
  }
}
