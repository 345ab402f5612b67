import ByteText
import TestKit
import Testing

@Suite struct ClassCommandTests {
  private let dir: Dir

  init() throws {
    let pets = try Pets(pictures: 2)
    dir = pets.dir
    try pets.addCats(1, 2)
  }

  @Test func `tells what became of classes, a summary last`() throws {
    let added = try dir.imgds("class", "pets", "add", "owl", "cat", "--json")
    #expect(
      added.lines == [
        #"{"type":"class","action":"added","name":"owl"}"#,
        #"{"type":"class","action":"unchanged","name":"cat"}"#,
        #"{"type":"summary","changed":1,"unchanged":1,"refused":0}"#,
      ])
    let renamed = try dir.imgds("class", "pets", "rename", "cat", "tiger", "--json")
    #expect(
      renamed.lines.first
        == #"{"type":"class","action":"renamed","name":"tiger","from":"cat"}"#)
    let merged = try dir.imgds("class", "pets", "merge", "tiger", "dog", "--json")
    #expect(
      try merged.json("labelled").allSatisfy { $0["from"] == "tiger" && $0["class"] == "dog" })
    #expect(try merged.json("labelled").count == 2)
    #expect(try dir.imgds("verify", "pets", "--json").summary["errors"] == 0)
  }

  @Test func `lists classes with index, images and facts`() throws {
    try dir.imgds("class", "pets", "describe", "cat", "legs=4", "say=\"meow\"")
    let output = try dir.imgds("class", "pets", "list", "--json")
    #expect(
      output.lines == [
        #"{"type":"class","name":"cat","index":0,"images":2,"#
          + #""description":{"legs":"4","say":"\"meow\""}}"#,
        #"{"type":"class","name":"dog","index":null,"images":0,"description":{}}"#,
        #"{"type":"summary","classes":2,"images":2,"left_out":0}"#,
      ])
    #expect(try dir.imgds("class", "pets", "list").text.contains("legs=4"))
  }

  @Test(
    arguments: [
      "", "frob", "add", "remove", "rename cat", "rename cat a b", "merge cat", "list cat",
      "describe cat", "describe", "describe cat =x", "describe cat x", "describe eel a=b",
      "remove cat", "rename cat dog", "add a/b", "add cat --force", "list --reference x",
    ])
  func `wrong words end with 2 and change nothing`(_ words: String) throws {
    let before = try dir.contents(below: "pets")
    let arguments = words.split(separator: " ").map { ByteString(String($0)) }
    try dir.command(["class", "pets"] + arguments).run(status: 2)
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `merging away another's images is refused with the owner's name`() throws {
    let output = try dir.command("class", "pets", "merge", "cat", "dog", "--json")
      .variable("IMGDS_USER", "bob").run(status: 1)
    #expect(try output.json("refused").count == 2)
    #expect(try output.json("refused").allSatisfy { $0["code"] == "not-yours" })
    #expect(output.text.contains("'tester'"))
    try dir.command("class", "pets", "rename", "cat", "tiger").variable("IMGDS_USER", "bob").run()
    #expect(try dir.imgds("list", "pets", "class:tiger").lines.count == 2)
  }

  @Test func `a reference that is no image of the class is refused`() throws {
    let output = try dir.imgds(
      "class", "pets", "describe", "cat", "--reference", "00112233", "--json", status: 1)
    #expect(try output.json("refused").first?["code"] == "not-found")
  }
}
