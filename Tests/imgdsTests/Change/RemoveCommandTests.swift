import ByteText
import TestKit
import Testing

@Suite struct RemoveCommandTests {
  private let dir: Dir
  /// The ids of two cats.
  private let ids: [ByteString]

  init() throws {
    let pets = try Pets(pictures: 2)
    dir = pets.dir
    ids = try pets.addCats(1, 2)
  }

  @Test func `twice is no error, said on standard error, and touches nothing else`() throws {
    let first = try dir.imgds("remove", "pets", ids[0], "--json")
    #expect(
      first.lines.first
        == ByteString(
          #"{"type":"removed","id":"\#(ids[0].displayed)","file":"cat/\#(ids[0].displayed).png","#
            + #""class":"cat"}"#))
    let before = try dir.contents(below: "pets")
    let again = try dir.imgds("remove", "pets", ids[0])
    #expect(again.stdout.isEmpty)
    #expect(again.errors.contains("'\(ids[0].displayed)' is absent"))
    let json = try dir.imgds("remove", "pets", ids[0], "--json")
    #expect(try json.json("absent").first?["file"]?.text == "cat/" + ids[0] + ".png")
    #expect(try json.summary["absent"] == 1)
    #expect(try dir.contents(below: "pets") == before)
    #expect(try dir.imgds("verify", "pets", "--json").summary["errors"] == 0)
  }

  @Test func `takes what list prints`() throws {
    let output = try dir.shell("$IMGDS list pets -0 | $IMGDS remove pets - -0 --json")
    #expect(try output.summary["removed"] == 2)
    #expect(try dir.imgds("list", "pets").lines == [])
    #expect(try dir.files(below: "pets") == [".imgds.jsonl"])
  }

  @Test func `a path outside the dataset names nothing in it`() throws {
    try dir.run("cp", "-r", "pets", "twin")
    try dir.make("other")
    let before = try dir.contents(below: "pets")
    let file: ByteString = "cat/" + ids[0] + ".png"
    for path in ["./" + file, file, "../twin/" + file, "../pets/cat/../../twin/" + file] {
      let output = try dir.shell(
        "cd twin && $IMGDS remove ../pets " + path + " --json", status: 1)
      #expect(try output.json("refused").first?["code"] == "not-found")
    }
    try dir.shell("cd twin && $IMGDS list . | $IMGDS remove ../pets -", status: 1)
    try dir.shell("cd other && $IMGDS remove ../pets ./" + file, status: 1)
    #expect(try dir.contents(below: "pets") == before)
    for path in [file, "../pets/" + file, dir.path("pets/" + file)] {
      let output = try dir.shell("cd other && $IMGDS remove ../pets " + path + " -n")
      #expect(output.lines == ["would remove " + file])
    }
    try dir.shell("cd other && $IMGDS remove ../pets " + file)
    let again = try dir.shell("cd other && $IMGDS remove ../pets ../pets/" + file + " " + file)
    #expect(again.stdout.isEmpty && again.errors.contains("absent"))
  }

  @Test func `a dry run says what would be removed`() throws {
    let before = try dir.contents(below: "pets")
    let output = try dir.imgds("remove", "pets", "--where", "class:cat", "--dry-run", "--json")
    #expect(try output.json("removed").allSatisfy { $0["dry_run"] == true })
    #expect(try output.summary["removed"] == 2)
    #expect(try dir.imgds("remove", "pets", ids[0], "-n").text.hasPrefix("would remove cat/"))
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `says in which class an image stays of which two had a copy`() throws {
    let name = ids[0] + ".png"
    try dir.imgds("label", "pets", ids[0], "--also", "small")
    try dir.run("cp", "pets/cat/" + name, "pets/dog/")
    let told: ByteString = "dog/" + name + ", was cat"
    #expect(
      try dir.imgds("remove", "pets", "cat/" + name, "-n").lines
        == [ByteString("would remove cat/") + name, ByteString("would label ") + told])
    #expect(try dir.list("pets/cat").count == 2)
    let id = ids[0].displayed
    let output = try dir.imgds("remove", "pets", "cat/" + name, "--json")
    #expect(
      output.text.split(separator: "\n").map(String.init) == [
        #"{"type":"removed","id":"\#(id)","file":"cat/\#(id).png","class":"cat"}"#,
        #"{"type":"labelled","id":"\#(id)","file":"dog/\#(id).png","class":"dog","from":"cat"}"#,
        #"{"type":"summary","removed":1,"absent":0,"refused":0}"#,
      ])
    #expect(try dir.imgds("list", "pets", "label:small").lines == ["pets/dog/" + name])
    #expect(try dir.imgds("verify", "pets", "--quick", "--json").json("finding") == [])
    let events = try dir.imgds("log", "pets", "--image", ids[0], "--json").json("event")
    #expect(events.suffix(2).map { $0["action"] } == ["labelled", "removed"])
    try dir.run("cp", "pets/dog/" + name, "pets/cat/")
    #expect(
      try dir.imgds("remove", "pets", "dog/" + name).lines
        == [ByteString("removed dog/") + name, ByteString("labelled cat/") + name + ", was dog"])
  }

  @Test func `another's image is refused with the owner's name`() throws {
    let output = try dir.command("remove", "pets", ids[0]).variable("IMGDS_USER", "bob")
      .run(status: 1)
    #expect(output.errors.contains("'tester'"))
    #expect(try dir.imgds("list", "pets").lines.count == 2)
  }

  @Test func `a folder that may not be written to keeps image and record`() throws {
    try dir.setMode("pets/cat", 0o555)
    defer { try? dir.setMode("pets/cat", 0o755) }
    guard try dir.shell("touch pets/cat/x && rm pets/cat/x", status: nil).status != 0 else {
      print("left out: the superuser may write everywhere")
      return
    }
    let before = try dir.contents(below: "pets")
    let output = try dir.imgds("remove", "pets", ids[0], status: 3)
    #expect(output.errors.contains("Permission denied"))
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test(arguments: [["remove", "pets"], ["remove", "pets", "3fa4", "--where", "class:cat"]])
  func `wants images`(_ words: [String]) throws {
    try dir.command(words.map { ByteString($0) }).run(status: 2)
  }
}
