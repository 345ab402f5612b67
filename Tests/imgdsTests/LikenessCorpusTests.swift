import ByteText
import TestKit
import Testing

/// Near-duplicates among real photographs that nobody changed.
///
/// The corpus' drawings are left out: of some it has the same in several skin colours, which are
/// near-duplicates in truth.
@Suite(.enabled(if: Corpora.isPresent, "\(Corpora.leftOut)"))
struct LikenessCorpusTests {
  @Test func `untouched photographs give no pair`() throws {
    let dir = try Dir()
    let rows = try Corpora.photos().filter { $0["set"] == "clothing-full" }
    try #require(rows.count == 800)
    try dir.make("tree/all")
    for (number, row) in rows.enumerated() {
      try dir.link(ByteString("tree/all/\(number).jpg"), to: row.file)
    }
    let run = try dir.imgds("verify", "tree", "--checks", "likeness", "--json", "--jobs", "2")
    #expect(try run.json("finding") == [])
    #expect(try run.summary["images"] == 800)
  }
}
