import ByteText
import TestKit
import Testing

@testable import ImageDataset

/// What is found of one image from the catalog's end is what folding all of it gives.
struct OneImageIndexTests {
  @Test(arguments: 0..<24)
  func `knows of one image what the whole catalog says`(seed: Int) throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    var history = RandomHistory(seed: seed)
    let padding = seed % 3 == 0 ? 400_000 : 0
    let lines = try dir.read("pets/.imgds.jsonl") + history.lines(90, padding: padding)
    try dir.write("pets/.imgds.jsonl", lines)
    let file = try CatalogFile(dataset.catalogPath)
    let whole = try CatalogIndex(file)
    for id in RandomHistory.ids {
      let one = try CatalogIndex(file, of: id)
      let (found, known) = (one.entries[id], whole.entries[id])
      #expect(found.map { one.className(of: $0) } == known.map { whole.className(of: $0) })
      #expect(found.map { one.owner(of: $0) } == known.map { whole.owner(of: $0) })
      #expect(found?.visibility == known?.visibility)
      #expect(found?.offset == known?.offset)
      #expect(one.entries.count <= RandomHistory.ids.count)
    }
  }

  @Test func `passes over a line whose class can be none, and a torn one`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    var unsound = Samples.record(1)
    unsound.className = ".hidden"
    let lines = [Samples.record(1), unsound].map { Samples.line(.added($0)).displayed }
    let torn = Samples.line(.removed(Samples.facts(1).id, className: "cat")).displayed
    let text = lines.joined(separator: "\n") + "\n" + torn
    try dir.write("pets/.imgds.jsonl", Array(text.utf8))
    let index = try CatalogIndex(CatalogFile(dataset.catalogPath), of: Samples.facts(1).id)
    let entry = try #require(index.entries[Samples.facts(1).id])
    #expect(index.className(of: entry) == "cat")
  }
}
