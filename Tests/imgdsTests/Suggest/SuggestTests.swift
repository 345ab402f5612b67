import ByteText
import TestKit
import Testing

struct SuggestTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    try ColouredPictures.makeDataset(in: dir)
    for (index, name) in ColouredPictures.classes.enumerated() {
      try dir.write(
        ByteString("new/\(index).png"), ColouredPictures.picture(name, 100 + index))
    }
  }

  @Test func `the right classes come first, with scores, facts and an image`() throws {
    try dir.append(
      "pets/.imgds.jsonl",
      Array(
        #"{"type":"described","class":"red","time":"2026-01-01T00:00:00Z","by":"ann","description":{"note":"warm","wave":"long"}}"#
          .utf8) + [0x0A])
    let before = try dir.contents(below: "pets")
    let run = try dir.imgds("suggest", "pets", "new/0.png", "new/1.png", "new/2.png", "--json")
    #expect(try dir.contents(below: "pets") == before)
    let lines = try run.json("suggestion")
    #expect(lines.map { $0["source"] } == ["new/0.png", "new/1.png", "new/2.png"])
    for (line, name) in zip(lines, ColouredPictures.classes) {
      #expect(line.keys == ["type", "source", "time", "by", "classes"])
      let classes = try #require(line["classes"]).elements
      #expect(classes.count == 3)
      #expect(classes[0].keys == ["class", "score", "description", "reference"])
      #expect(classes[0]["class"]?.text == name)
      let scores = classes.compactMap { $0["score"]?.double }
      #expect(scores == scores.sorted(by: >))
      #expect(abs(scores.reduce(0, +) - 1) < 0.001)
      for suggested in classes {
        let reference = try #require(suggested["reference"]?.text)
        let owner = try #require(suggested["class"]?.text)
        #expect(reference.hasPrefix(owner + "/"))
        #expect(dir.exists("pets/" + reference))
      }
    }
    let red = lines[2]["classes"]?.elements.first?["description"]
    #expect(red?.keys == ["note", "wave"])
    #expect(try run.summary["suggestions"] == 3)
  }

  @Test func `an image that another hides is named to no one else`() throws {
    let reds = try dir.list("pets/red")
    func reference(_ user: ByteString?, _ more: ByteString...) throws -> ByteString? {
      var command = dir.command(["suggest", "pets", "new/2.png", "--json"] + more)
      if let user { command = command.variable("IMGDS_USER", user) }
      let classes = try command.run().json("suggestion")[0]["classes"]?.elements
      return classes?.first { $0["class"] == "red" }?["reference"]?.text
    }
    let model: ByteString = #"sed 's/.*/{"classes":[{"class":"red","score":1}]}/'"#
    let first = try #require(try reference(nil))
    try dir.imgds("class", "pets", "describe", "red", "--reference", "pets/" + first)
    try dir.imgds("label", "pets", "pets/" + first, "--private")
    #expect(try reference(nil) == first)
    #expect(try reference(nil, "--model", model) == first)
    let other = try #require(try reference("bob"))
    #expect(other != first && reds.contains(other.lastComponent))
    #expect(try reference("bob", "--model", model) != first)
    for name in reds { try dir.imgds("label", "pets", "pets/red/" + name, "--private") }
    #expect(try reference("bob") == nil)
    #expect(try reference("bob", "--model", model) == nil)
    #expect(try reference(nil) == first)
  }

  @Test func `every input is told in order, and a bad one is no failure`() throws {
    try dir.write("new/3.png", Array("no picture".utf8))
    try dir.makePipe("pipe")
    let run = try dir.command("suggest", "pets", "gone", "pipe", "-", "--json", "--top", "1")
      .input(text: "new/0.png\n\nnew/3.png\nnew/2.png").run()
    let lines = try run.json.dropLast()
    #expect(
      lines.map { $0["type"]?.text } == [
        "refused", "refused", "suggestion", "refused", "suggestion",
      ])
    #expect(lines.compactMap { $0["code"]?.text } == ["unreadable", "not-a-file", "not-image"])
    #expect(lines.allSatisfy { ($0["classes"]?.elements.count ?? 1) == 1 })
    #expect(try run.summary["refused"] == 3)
  }

  @Test func `text tells a class a line`() throws {
    let run = try dir.imgds("suggest", "pets", "new/2.png", "-k", "2")
    #expect(run.lines.count == 3)
    #expect(run.lines[0] == "new/2.png")
    #expect(run.text.contains("%  red"))
    #expect(run.errors == "imgds: suggested classes for 1 picture\n")
  }

  @Test func `jobs and what was kept change nothing`() throws {
    let arguments: [ByteString] = ["suggest", "pets", "new", "--json"]
    func classes(_ more: ByteString..., cache: ByteString? = nil) throws -> [JSON?] {
      var command = dir.command(arguments + more)
      if let cache { command = command.variable("XDG_CACHE_HOME", cache) }
      return try command.run().json("suggestion").map { $0["classes"] }
    }
    let first = try classes("--jobs", "1")
    let kept = try FileTree.files(below: dir.cache)
    #expect(kept.count == 1)
    let path = dir.cache.appending(try #require(kept.first))
    #expect(try FileTree.mode(path) & 0o777 == 0o600)
    let bytes = try FileTree.read(path)
    #expect(try classes("--jobs", "3") == first)
    // Damaged in the middle, cut short, or nothing at all: learnt again, and kept again.
    var damaged = bytes
    damaged[bytes.count / 2] ^= 1
    for content in [damaged, Array(bytes.dropLast(1_000)), []] {
      try FileTree.write(path, content)
      #expect(try classes() == first)
      #expect(try FileTree.read(path) == bytes)
    }
    try dir.write("file", [])
    #expect(try classes(cache: dir.path("file")) == first)
    #expect(try classes(cache: dir.path("pets")) == first)
    #expect(try !dir.list("pets").contains("imgds"))
  }

  @Test func `it learns anew once an image has gone`() throws {
    try dir.imgds("suggest", "pets", "new/2.png")
    try dir.remove("pets/red")
    let run = try dir.imgds("suggest", "pets", "new/2.png", "--json")
    let classes = try run.json("suggestion")[0]["classes"]?.elements ?? []
    #expect(classes.count == 2)
    #expect(!classes.contains { $0["class"] == "red" })
  }

  @Test func `a dataset without images has nothing to suggest`() throws {
    try dir.imgds("init", "empty", "cat")
    let run = try dir.imgds("suggest", "empty", "new/0.png", "--json")
    #expect(try run.json("suggestion").map { $0["classes"] } == [[]])
    #expect(run.errors.contains("no image to learn from"))
    try dir.imgds("add", "empty", "new/0.png", "--class", "cat")
    let one = try dir.imgds("suggest", "empty", "new/1.png", "--json").json("suggestion")
    #expect(one[0]["classes"]?.elements.first?["score"] == 1)
    try dir.imgds("suggest", "missing", "new/0.png", status: 3)
    try dir.imgds("suggest", "pets", status: 2)
    try dir.imgds("suggest", "pets", "new", "--top", "0", status: 2)
  }
}
