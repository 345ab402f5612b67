import ByteText
import TestKit
import Testing

/// The torture corpus through the program itself: what `add` takes and `verify` passes.
@Suite(.enabled(if: Corpora.isPresent, "\(Corpora.leftOut)"))
struct CorpusTests {
  @Test func `add takes and refuses every file as its oracles do, and says why and what it is`()
    throws
  {
    let dir = try Dir()
    let rows = try Corpora.torture()
    try dir.imgds("init", "set", "class")
    let list: [UInt8] = rows.flatMap { $0.file.bytes + [0] }
    let output = try dir.imgds(
      "add", "set", "-", "-0", "--class", "class", "--json", input: list, status: 1)
    let results = try output.json.dropLast()
    #expect(results.count == rows.count)
    var wrong: [String] = []
    var typed = 0
    for (row, result) in zip(rows, results) {
      let isTaken = result["type"] != "refused"
      if row["must"] == (isTaken ? "reject" : "accept") || !isHonest(result, row) {
        wrong.append("\(row["path"].displayed): \(result)")
      }
      let type = isTaken ? "image/" + (result["format"]?.text ?? row["mime"].components[1]) : ""
      if (result["mime"]?.text ?? type) == row["mime"] { typed += 1 }
    }
    #expect(wrong == [])
    #expect(typed * 100 >= rows.count * 98, "\(typed) of \(rows.count) types agree with file")
    let summary = try output.summary
    let counts = ["added", "duplicates", "refused"].compactMap { summary[$0]?.int }
    #expect(counts.reduce(0, +) == rows.count)
    #expect(try dir.imgds("verify", "set", status: nil).status < 2)
  }

  /// Whether a result names its source and, if refused, gives a reason.
  private func isHonest(_ result: JSON, _ row: Corpora.Row) -> Bool {
    guard result["source"]?.text?.displayed == row.file.displayed else { return false }
    guard result["type"] == "refused" else { return true }
    return result["message"]?.text?.isEmpty == false && result["code"] != nil
  }

  @Test func `verify of a plain tree finds exactly the files that are no sound pictures`() throws {
    let dir = try Dir()
    let rows = try Corpora.torture()
    try dir.make("tree/class")
    var places: [ByteString: Corpora.Row] = [:]
    for (number, row) in rows.enumerated() {
      let file = ByteString("class/\(number)")
      places[file] = row
      try dir.link("tree/" + file, to: row.file)
    }
    let output = try dir.imgds("verify", "tree", "--json", status: 1)
    let refusing: Set<ByteString> = ["corrupt", "not-image", "unchecked"]
    let refused = try output.json("finding").filter { refusing.contains($0["code"]?.text ?? "") }
      .compactMap { $0["file"]?.text }
    var wrong: [String] = []
    let found = Set(refused)
    for (file, row) in places where row["must"] == (found.contains(file) ? "accept" : "reject") {
      wrong.append("\(row["path"].displayed) must be \(row["must"].displayed)ed")
    }
    #expect(wrong == [])
    #expect(found.subtracting(places.keys) == [])
    let summary = try output.summary
    #expect(summary["files"]?.int == rows.count)
    #expect(summary["images"]?.int == rows.count - found.count)
  }
}
