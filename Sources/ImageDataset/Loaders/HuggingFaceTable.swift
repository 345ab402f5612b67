internal import ByteText

/// The rows of one `metadata` table, JSON lines or CSV, as Hugging Face reads it.
///
/// Of CSV the empty cells and the words for nothing are no values, and a column of numbers is read as
/// numbers (source: `pandas.read_csv`, `na_values` and `dtype`).
struct HuggingFaceTable {
  struct Row {
    /// Relative to the table's folder.
    let file: ByteString
    let label: ByteString?
  }

  /// Why a table cannot be followed, as a sentence without its subject.
  struct Fault: Error {
    let message: String
  }

  private(set) var rows: [Row] = []
  /// Whether the labels are numbers for the loader, and no words.
  private(set) var hasNumbers = false

  static func reading(lines text: [UInt8]) throws(Fault) -> HuggingFaceTable {
    var table = HuggingFaceTable()
    for line in text.split(separator: UInt8(ascii: "\n")) {
      var name: ByteString?
      var label: ByteString?
      let bytes = Array(line)
      let isObject = JSONScanner.object(bytes.span) { key, value in
        if JSONScanner.key(bytes.span, key, is: "file_name") { name = value.text(in: bytes.span) }
        if JSONScanner.key(bytes.span, key, is: "label") { label = value.text(in: bytes.span) }
      }
      guard isObject, let name else { throw Fault(message: "a line of which names no file") }
      table.rows.append(Row(file: name, label: label))
    }
    return table
  }

  static func reading(csv text: [UInt8]) throws(Fault) -> HuggingFaceTable {
    var reader = CSVReader(text)
    guard let heads = try next(&reader)?.fields, let names = heads.firstIndex(of: "file_name")
    else {
      throw Fault(message: "which has no column 'file_name'")
    }
    let labels = heads.firstIndex(of: "label")
    var table = HuggingFaceTable()
    while let row = try next(&reader) {
      guard row.fields.count <= heads.count else {
        throw Fault(message: "line \(row.line) of which has more cells than the first")
      }
      guard let file = value(row, names) else {
        throw Fault(message: "line \(row.line) of which names no file")
      }
      table.rows.append(Row(file: file, label: labels.flatMap { value(row, $0) }))
    }
    if table.rows.isEmpty { throw Fault(message: "which has no rows") }
    let words = table.rows.compactMap(\.label)
    table.hasNumbers = !words.isEmpty && words.allSatisfy { Double($0.displayed) != nil }
    return table
  }

  private static func next(_ reader: inout CSVReader) throws(Fault) -> CSVReader.Row? {
    do throws(CSVReader.Fault) {
      return try reader.next()
    } catch {
      throw Fault(message: "in line \(error.line) of which \(error.message)")
    }
  }

  private static func value(_ row: CSVReader.Row, _ column: Int) -> ByteString? {
    guard row.fields.indices.contains(column), !nothings.contains(row.fields[column]) else {
      return nil
    }
    return row.fields[column]
  }

  private static let nothings: Set<ByteString> = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN",
    "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
  ]
}
