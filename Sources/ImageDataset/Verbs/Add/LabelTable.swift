package import ByteText

/// A table that says the class of each picture (`add --labels`, `label --from`).
package struct LabelTable: Sendable {
  /// One row: what it says of which picture.
  package struct Row: Sendable {
    /// The line of the file on which the row begins, from 1.
    package let line: Int
    package let file: ByteString
    package let label: ByteString
  }

  /// The size of the largest table that is read, in bytes: some ten million rows.
  package static let largest = 1 << 30

  package let rows: [Row]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: RFC 4180, with a header line.
  ///   - path: the file it came from, for messages.
  ///   - fileColumns: the names that the column of pictures may have, the first that occurs is used.
  ///   - labelColumn: the name of the column of classes.
  /// - Throws: ``DatasetError/usage(_:)`` naming the line, or the columns there are.
  package init(
    _ bytes: [UInt8], path: ByteString, fileColumns: [ByteString], labelColumn: ByteString
  ) throws(DatasetError) {
    var reader = CSVReader(bytes)
    var rows: [Row] = []
    let shown = "'\(path.displayed)'"
    do {
      guard let header = try reader.next() else {
        throw DatasetError.usage("the table \(shown) is empty")
      }
      func column(_ names: [ByteString]) throws(DatasetError) -> Int {
        for name in names {
          if let index = header.fields.firstIndex(of: name) { return index }
        }
        let wanted = names.map { "'\($0.displayed)'" }.joined(separator: " or ")
        let present = header.fields.map { "'\($0.displayed)'" }.joined(separator: ", ")
        throw .usage("the table \(shown) has no column \(wanted), only \(present)")
      }
      let file = try column(fileColumns)
      let label = try column([labelColumn])
      while let row = try reader.next() {
        guard row.fields.count > max(file, label) else {
          throw DatasetError.usage("line \(row.line) of the table \(shown) has too few columns")
        }
        rows.append(Row(line: row.line, file: row.fields[file], label: row.fields[label]))
      }
    } catch let fault as CSVReader.Fault {
      throw .usage("line \(fault.line) of the table \(shown): \(fault.message)")
    } catch let error as DatasetError {
      throw error
    } catch {
      throw .usage("\(error)")
    }
    self.rows = rows
  }
}
