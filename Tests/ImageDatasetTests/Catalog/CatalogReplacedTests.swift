import ByteText
import TestKit
import Testing

@testable import ImageDataset

struct CatalogReplacedTests {
  @Test func `knows a catalog that took another's place`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset("pets", ["cat", "dog"])
    var index = try CatalogIndex(CatalogFile(dataset.catalogPath))
    for seed in 2..<6 {
      let bytes = try dir.read("pets/.imgds.jsonl")
      let other = try dataset.adding(Pictures.png(seed), to: "dog")
      // Two replacements, after which a file system may give an inode a second time.
      for _ in 0..<2 {
        try dir.write("new", bytes + Samples.line(.classAdded("eel")).bytes + [0x0A])
        try dir.rename("new", to: "pets/.imgds.jsonl")
      }
      try index.update(from: CatalogFile(dataset.catalogPath))
      #expect(index.entries[other.id] == nil && index.faults.isEmpty)
      #expect(index.declared.contains("eel"))
    }
  }
}
