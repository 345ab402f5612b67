import ByteText
import TestKit
import Testing

/// `add` of a folder in which the dataset itself lies.
struct AddAroundTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    try dir.imgds("init", "all/pets", "cat", "dog")
    for seed in 1...2 {
      try dir.write("old.png", Pictures.png(seed))
      try dir.imgds("add", "all/pets", "old.png", "--class", seed == 1 ? "cat" : "dog")
    }
    try dir.imgds("init", "all/other", "cat")
    try dir.write("old.png", Pictures.png(3))
    try dir.imgds("add", "all/other", "old.png", "--class", "cat")
    try dir.write("all/new.png", Pictures.png(4))
  }

  @Test func `passes the dataset over, and takes no hidden file of another`() throws {
    let output = try dir.imgds("add", "all/pets", "all", "--class", "cat", "--json")
    let summary = try output.summary
    #expect(summary["added"] == 2 && summary["duplicates"] == 0 && summary["refused"] == 0)
    #expect(summary["skipped"] == 2)
    try dir.imgds("verify", "all/pets")
  }

  @Test func `knows the dataset by what it is, not by its path`() throws {
    try dir.link("link", to: "all")
    let output = try dir.imgds("add", "all/pets", "link/../all", "--class", "cat", "--json")
    #expect(try output.summary["added"] == 2)
    let again = try dir.imgds("add", "link/pets", "all", "--class", "cat", "--json").summary
    #expect(again["duplicates"] == 2 && again["skipped"] == 2)
  }

  @Test func `makes no class of it`() throws {
    let output = try dir.imgds(
      "add", "all/pets", "all", "--by-folder", "--create", "--json", status: 1)
    let summary = try output.summary
    #expect(summary["added"] == 1 && summary["refused"] == 1 && summary["skipped"] == 2)
    #expect(try dir.list("all/pets") == [".imgds.jsonl", "cat", "dog", "other"])
  }

  @Test func `takes away nothing of it`() throws {
    let before = try dir.contents(below: "all/pets/dog")
    try dir.imgds("add", "all/pets", "all", "--class", "cat", "--move")
    #expect(try dir.contents(below: "all/pets/dog") == before)
    #expect(!dir.exists("all/new.png"))
  }

  @Test func `takes away a link whose file was taken in just before`() throws {
    try dir.write("mv/a.png", Pictures.png(77))
    try dir.link("mv/b.png", to: "a.png")
    let output = try dir.imgds("add", "all/pets", "mv", "--class", "cat", "--move", "--json")
    let summary = try output.summary
    #expect(summary["added"] == 1 && summary["duplicates"] == 1)
    #expect(try dir.list("mv") == [])
    try dir.imgds("add", "all/pets", "mv", "--class", "cat", "--move")
  }

  @Test func `follows it where it is named`() throws {
    let output = try dir.imgds("add", "all/pets", "all/pets", "--class", "cat", "--json", status: 1)
    let summary = try output.summary
    #expect(summary["added"] == 0 && summary["duplicates"] == 1 && summary["refused"] == 1)
  }
}
