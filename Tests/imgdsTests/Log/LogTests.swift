import ByteText
import TestKit
import Testing

/// `log` as users see it.
struct LogTests {
  /// A dataset in which one picture was added by ann, moved by bob and added again by another name.
  private func dataset() throws -> (dir: Dir, id: ByteString) {
    let dir = try Dir()
    try dir.write("in/a.png", Pictures.png(1))
    try dir.write("in/b.png", Pictures.png(2))
    try dir.imgds("init", "set", "cat", "dog")
    let added = try dir.command("add", "set", "in/a.png", "--class", "cat", "--json")
      .variable("IMGDS_USER", "ann").run().json("added")
    let id = try #require(added.first?["id"]?.text)
    try dir.imgds("add", "set", "in/b.png", "--class", "dog", "--private")
    try dir.command("label", "set", id, "--class", "dog", "--force").variable("IMGDS_USER", "bob")
      .run()
    return (dir, id)
  }

  private func actions(_ output: TestOutput) throws -> [String] {
    try output.json("event").map { $0["action"]?.text?.displayed ?? "" }
  }

  @Test func `tells everything, the oldest first`() throws {
    let (dir, _) = try dataset()
    let output = try dir.imgds("log", "set", "--json")
    #expect(
      try actions(output) == ["made", "class-added", "class-added", "added", "added", "labelled"])
    #expect(try output.summary["events"]?.int == 6)
    #expect(try output.json("event").allSatisfy { $0["time"] != nil && $0["by"] != nil })
    let text = try dir.imgds("log", "set").lines
    #expect(text.count == 6)
    #expect(text[0].displayed.hasSuffix("tester  made the dataset"))
  }

  @Test func `tells one image's life, named by digits or a path`() throws {
    let (dir, id) = try dataset()
    for name in [
      id, ByteString(id.bytes.prefix(6)), "set/dog/" + id + ".png", "cat/" + id + ".png",
    ] {
      let events = try dir.imgds("log", "set", "--image", name, "--json").json("event")
      #expect(events.map { $0["from"]?.text } == ["in/a.png", "cat"])
      #expect(events.map { $0["file"]?.text } == ["cat/" + id + ".png", "dog/" + id + ".png"])
      #expect(events.map { $0["class"]?.text } == ["cat", "dog"])
      #expect(events.map { $0["by"]?.text } == ["ann", "bob"])
      #expect(events.map { $0["id"]?.text } == [id, id])
    }
  }

  @Test func `tells of images that are gone`() throws {
    let (dir, id) = try dataset()
    let record: ByteString =
      #"{"type":"removed","id":""# + id
      + #"","class":"dog","time":"2026-01-02T03:04:05Z","by":"eve"}"# + "\n"
    try dir.append("set/.imgds.jsonl", record.bytes)
    let output = try dir.imgds("log", "set", "--image", id, "--json")
    #expect(try actions(output) == ["added", "labelled", "removed"])
    #expect(try output.json("event").last?["file"]?.text == "dog/" + id + ".png")
  }

  @Test func `an event has the keys that scripts may rely on, and people are told more`() throws {
    let (dir, id) = try dataset()
    try dir.command(
      "label", "set", id, "--also", "x", "--describe", "y", "--private", "--force"
    ).variable("IMGDS_USER", "bob").run()
    try dir.imgds("class", "set", "rename", "cat", "hound")
    let order: [ByteString] = [
      "type", "time", "by", "action", "id", "file", "class", "from", "command",
    ]
    for event in try dir.imgds("log", "set", "--json").json("event") {
      #expect(event.keys == order.filter(event.keys.contains))
    }
    let text = try dir.imgds("log", "set").text
    for words in ["labels: x", "as 'y'", "private, by force"] { #expect(text.contains(words)) }
  }

  @Test func `tells what one contributor did, and when`() throws {
    let (dir, _) = try dataset()
    #expect(try actions(dir.imgds("log", "set", "--by", "bob", "--json")) == ["labelled"])
    #expect(try actions(dir.imgds("log", "set", "--by", "BOB", "--json")) == [])
    let lines: ByteString =
      #"{"type":"class","class":"x","time":"2020-01-31T23:59:59Z","by":"old"}"# + "\n"
      + #"{"type":"class","class":"y","time":"2020-02-01T00:00:00Z","by":"old"}"# + "\n"
    try dir.append("set/.imgds.jsonl", lines.bytes)
    for (options, classes) in [
      (["--until", "2020-01-31"], ["x"]), (["--until", "2020-02-01T00:00:00Z"], ["x", "y"]),
      (["--since", "2020-02-01", "--until", "2020-02-01"], ["y"]), (["--until=2020-01-30"], []),
      (["--since=2020-01-31T23:59:59Z", "--until", "2020-01-31T23:59:59Z"], ["x"]),
    ] as [([ByteString], [ByteString])] {
      let events = try dir.command(["log", "set", "--json"] + options).run().json("event")
      #expect(events.compactMap { $0["class"]?.text } == classes, "\(options)")
    }
  }

  @Test func `passes over what it does not know, and tells of garbage`() throws {
    let (dir, _) = try dataset()
    try dir.append(
      "set/.imgds.jsonl", Array("{\"type\":\"dreamt\",\"time\":\"2026-01-01T00:00:00Z\"}\nx\n".utf8)
    )
    try dir.append("set/.imgds.jsonl", Array("{\"type\":\"added\"".utf8))
    let output = try dir.imgds("log", "set", "--json")
    #expect(try actions(output).count == 6)
    #expect(output.errors.contains("line 8 of the catalog is no JSON object"))
  }

  @Test func `finds nothing of an image that never was, and says so`() throws {
    let (dir, _) = try dataset()
    let output = try dir.imgds("log", "set", "--image", "00000000", "--json")
    #expect(try actions(output) == [])
    #expect(output.errors.contains("the catalog never knew an image '00000000'"))
  }

  @Test(
    arguments: [
      ["--since", "yesterday"], ["--until", "2026-02-30"], ["--image", "xyz"],
    ] as [[ByteString]])
  func `refuses what it cannot read`(options: [ByteString]) throws {
    let (dir, _) = try dataset()
    let output = try dir.command(["log", "set"] + options).run(status: 2)
    #expect(output.stdout.isEmpty)
    #expect(!output.errors.isEmpty)
  }
}
