import ByteText
import TestKit
import Testing

struct AddSuggestedTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    try ColouredPictures.makeDataset(in: dir)
    for (index, name) in ColouredPictures.classes.enumerated() {
      try dir.write(ByteString("new/\(index).png"), ColouredPictures.picture(name, 100 + index))
    }
  }

  @Test func `new pictures go where they look to belong, and the record keeps why`() throws {
    let run = try dir.imgds("add", "pets", "new", "--suggest", "0.4", "--json")
    let added = try run.json("added")
    #expect(added.map { $0["class"]?.text } == ColouredPictures.classes)
    #expect(added.allSatisfy { $0.keys.last == "suggested" })
    #expect(added[0]["suggested"]?.elements.count == 3)
    #expect(added[0]["suggested"]?.elements.first?.keys == ["class", "score"])
    let listed = try dir.imgds("list", "pets", "is:suggested", "--json").json("image")
    #expect(listed.map { $0["suggested"] } == added.map { $0["suggested"] })
    #expect(
      try dir.imgds("verify", "pets", "--checks", "soundness,records").errors.contains("0 errors"))
    #expect(try dir.imgds("stats", "pets").text.contains("suggested     3 of 3 right (100%)"))
    let id = try #require(added[0]["id"]?.text)
    try dir.imgds("label", "pets", id, "--class", "red")
    let stats = try dir.imgds("stats", "pets", "--json").object["suggested"]
    #expect(stats?["images"] == 3)
    #expect(stats?["right"] == 2)
    // The same command again finds each where it is, whatever would be suggested now.
    let again = try dir.imgds("add", "pets", "new", "--suggest", "1", "--json")
    #expect(try again.summary["duplicates"] == 3)
  }

  @Test func `what is unsure is refused with the best three`() throws {
    let before = try dir.contents(below: "pets")
    for flags in [["--dry-run"], ["--strict"], []] as [[ByteString]] {
      let run = try dir.command(["add", "pets", "new", "--suggest", "1", "--json"] + flags)
        .run(status: 1)
      let refused = try run.json("refused")
      #expect(refused.map { $0["code"] } == ["unsure", "unsure", "unsure"])
      let message = try #require(refused.first?["message"]?.text).displayed
      #expect(message.hasPrefix("no class scores 1, the best are 'blue' 0."))
      #expect(try dir.contents(below: "pets") == before)
    }
  }

  @Test func `a dataset without images cannot sort`() throws {
    try dir.imgds("init", "empty", "cat")
    let run = try dir.imgds("add", "empty", "new", "--suggest", "0", status: 1)
    #expect(run.errors.contains("the dataset has no image to learn from"))
    try dir.imgds("add", "pets", "new", "--suggest", "1.5", status: 2)
    try dir.imgds("add", "pets", "new", "--suggest", "0.5", "--class", "red", status: 2)
    try dir.imgds("add", "pets", "new", "--suggest", "0.5", "--create", status: 2)
  }
}
