internal import ByteText

/// The rows of `metadata.jsonl` or `metadata.csv` files, which Hugging Face follows in place of the
/// folders.
///
/// Only what they list is loaded, under the label they give; a row without a file is an error, and so
/// are tables of two kinds. The same tables as Parquet are not looked into.
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
    guard let first = tables.first?.path else { return nil }
    for folder in tree.folders {
      for file in tree.files(of: folder) { present.insert(file.path) }
    }
    if let other = tables.first(where: { $0.path.pathExtension != first.pathExtension })?.path {
      fault = Self.fault(
        other, "fails on '\(first.displayed)' and '\(other.displayed)', tables of two kinds")
      return
    }
    for (path, splits) in tables { read(path, splits, tree, present) }
  }

  func places(of file: LoaderFile) -> [LoadedPlace] {
    placed[file.path] ?? []
  }

  private mutating func read(
    _ path: ByteString, _ splits: [ByteString], _ tree: LoaderTree, _ present: Set<ByteString>
  ) {
    guard path.pathExtension != "parquet", let text = tree.content(of: path) else {
      fault = Self.fault(path, "follows '\(path.displayed)', which is not looked into here")
      return
    }
    do throws(HuggingFaceTable.Fault) {
      let isCSV = path.pathExtension == "csv"
      let table = try isCSV ? HuggingFaceTable.reading(csv: text) : .reading(lines: text)
      place(table, at: path, splits, present)
    } catch {
      fault = Self.fault(path, "fails on '\(path.displayed)', \(error.message)")
    }
  }

  private mutating func place(
    _ table: HuggingFaceTable, at path: ByteString, _ splits: [ByteString],
    _ present: Set<ByteString>
  ) {
    let folder = path.components.dropLast().path
    if table.hasNumbers, fault == nil {
      fault = LoaderRemark(
        code: .unchecked, file: path, message: "takes the labels in '\(path.displayed)' for numbers"
      )
    }
    for row in table.rows {
      let file = folder.appending(row.file)
      guard present.contains(file) else {
        fault = Self.fault(path, "fails on '\(path.displayed)', which lists a missing file")
        continue
      }
      placed[file, default: []] += splits.map { LoadedPlace(split: $0, className: row.label) }
    }
  }

  private static func fault(_ path: ByteString, _ message: String) -> LoaderRemark {
    LoaderRemark(code: .unchecked, file: path, message: message, isFatal: true)
  }
}
