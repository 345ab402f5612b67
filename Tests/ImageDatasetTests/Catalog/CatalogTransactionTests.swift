import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct CatalogTransactionTests {
  private let dir: Dir
  private let dataset: Dataset
  private let record = CatalogRecord(time: Samples.time, by: "ann", change: .classAdded("eel"))

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  @Test func `appends behind what is there`() throws {
    let before = try dir.read("pets/.imgds.jsonl")
    var transaction = try CatalogTransaction(dataset)
    try transaction.append([record, record])
    try transaction.flush()
    #expect(try dir.read("pets/.imgds.jsonl") == before + record.line + record.line)
    #expect(transaction.length == before.count + 2 * record.line.count)
  }

  @Test(arguments: [1, 4_095, 4_096, 4_097, 20_000])
  func `cuts off a last line without its newline first`(count: Int) throws {
    let before = try dir.read("pets/.imgds.jsonl")
    try dir.append("pets/.imgds.jsonl", [UInt8](repeating: 0, count: count))
    var transaction = try CatalogTransaction(dataset)
    #expect(try dir.read("pets/.imgds.jsonl") == before)
    try transaction.append([record])
    #expect(try dir.read("pets/.imgds.jsonl") == before + record.line)
  }

  @Test func `gives a catalog that was emptied its first line again`() throws {
    for content in ["", "{\"type\":\"data"] as [ByteString] {
      try dir.write("pets/.imgds.jsonl", text: content)
      var transaction = try CatalogTransaction(dataset)
      try transaction.append([])
      #expect(try dir.read("pets/.imgds.jsonl") == [])
      try transaction.append([record])
      try transaction.append([record])
      let lines = try dir.text("pets/.imgds.jsonl").parts(ending: 0x0A)
      #expect(lines.count == 3)
      #expect(lines[0].hasPrefix("{\"type\":\"dataset\",\"version\":1"))
    }
  }

  @Test func `leaves a catalog alone to which nothing is appended`() throws {
    let before = try dir.read("pets/.imgds.jsonl")
    var transaction = try CatalogTransaction(dataset)
    try transaction.append([])
    #expect(try dir.read("pets/.imgds.jsonl") == before)
  }

  @Test func `sweeps what a dead writer left and nothing else`() throws {
    try dir.write("pets/.imgds-2147483646-1-00000000-1", text: "left")
    try dir.run("touch", "-d", "3 days ago", "pets/.imgds-2147483646-1-00000000-1")
    try dir.write("pets/.other", text: "kept")
    _ = try CatalogTransaction(dataset)
    #expect(dir.exists("pets/.other"))
    #expect(try dir.list("pets").filter { $0.hasPrefix(".imgds-") } == [])
  }
}
