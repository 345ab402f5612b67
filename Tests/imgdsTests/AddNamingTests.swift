import ByteText
import TestKit
import Testing

/// Classes that `add` makes, or would.
struct AddNamingTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    try dir.imgds("init", "pets", "Cat")
    for (seed, name) in ["train", "a:b", "cat", "dog"].enumerated() {
      try dir.write(ByteString("in/\(name)/\(seed).png"), Pictures.png(seed))
      try dir.write(ByteString("in/\(name)/\(seed + 10).png"), Pictures.png(seed + 10))
    }
  }

  @Test func `a dry run warns of the same names`() throws {
    for arguments in [["--by-folder"], ["--by-folder", "--json"], ["--by-folder", "--strict"]]
      as [[ByteString]]
    {
      let dry = try dir.command(["add", "pets", "in", "--dry-run"] + arguments).run()
      try dir.shell("cp -r pets again")
      let wet = try dir.command(["add", "again", "in"] + arguments).run()
      try dir.remove("again")
      let warnings = dry.errors.split(separator: "\n").filter { $0.contains("warning") }
      #expect(warnings.count == 3)
      #expect(warnings == wet.errors.split(separator: "\n").filter { $0.contains("warning") })
    }
    #expect(try dir.list("pets") == [".imgds.jsonl", "Cat"])
  }

  @Test func `a strict run that takes nothing warns of no class`() throws {
    try dir.write("in/train/text.png", Pictures.text)
    for more in [[], ["--dry-run"]] as [[ByteString]] {
      let output = try dir.command(["add", "pets", "in", "--by-folder", "--strict"] + more)
        .run(status: 1)
      #expect(!output.errors.contains("warning"))
    }
  }

  @Test func `a class whose name a file has is wrong usage, as for class add`() throws {
    try dir.write("pets/file", text: "mine")
    try dir.link("pets/nowhere", to: "gone")
    for name in ["file", "nowhere"] as [ByteString] {
      let told = try dir.imgds("class", "pets", "add", name, status: 2).errors
      #expect(told.contains("cannot make class '\(name.displayed)': there is a file of that name"))
      for more in [[], ["--dry-run"]] as [[ByteString]] {
        let words: [ByteString] = ["add", "pets", "in", "--class", name, "--create"]
        #expect(try dir.command(words + more).run(status: 2).errors == told)
      }
    }
  }

  @Test func `a folder whose name a file has is refused, also in a dry run`() throws {
    try dir.write("pets/dog", text: "mine")
    for more in [["--dry-run"], []] as [[ByteString]] {
      let output = try dir.command(["add", "pets", "in", "--by-folder", "--json"] + more)
        .run(status: 1)
      let refused = try output.json("refused")
      #expect(refused.map { $0["code"] } == ["class-name", "class-name"])
      #expect(
        refused.first?["message"] == "cannot make class 'dog': there is a file of that name")
      #expect(try output.summary["added"] == 6)
    }
  }
}
