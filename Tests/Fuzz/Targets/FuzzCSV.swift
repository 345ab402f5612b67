import ByteText

/// A table without a fault says the same when it is written anew, every field quoted; lines rise.
func fuzzCSV(_ input: [UInt8]) {
  guard let table = fields(of: input) else { return }
  let quote = UInt8(ascii: "\"")
  var text: [UInt8] = []
  for row in table {
    let quoted = row.map { field in
      [quote] + field.bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
    text += Array(quoted.joined(separator: [UInt8(ascii: ",")])) + [0x0A]
  }
  require(fields(of: text) == table, "a table changed on its way")
}

/// The fields of every row, or nil for a table with a fault.
private func fields(of text: [UInt8]) -> [[ByteString]]? {
  var reader = CSVReader(text)
  var table: [[ByteString]] = []
  var line = 0
  do throws(CSVReader.Fault) {
    while let row = try reader.next() {
      require(row.line > line && !row.fields.isEmpty, "a row stands before the one above it")
      line = row.line
      table.append(row.fields)
    }
  } catch {
    require(error.line >= line && !error.message.isEmpty, "a fault says nothing")
    return nil
  }
  return table
}
