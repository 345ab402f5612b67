import ByteText
import TestKit
import Testing

/// Names that are hard to hold: taken, stored, reported, and never raw to a terminal.
struct NamesTests {
  private static let names: [ByteString] = [
    ByteString([0x61, 0xFF, 0xFE, 0x2E, 0x70]), ByteString([0xC0, 0xAF]),
    ByteString([0xED, 0xA0, 0x80]),
    "two\nlines.png", "-rf", "--class", "-", "gpj.\u{202e}txt", "\u{1b}]0;title\u{7}\u{1b}[31m.png",
    "\u{9b}31m", "tab\tcr\r", "日本.png", "東京.png", " ", "a ", "\"q'\\`", "$(touch x)", "*?[a]", "#",
    "cafe\u{301}.png", "caf\u{e9}.png", "CON", "con", "a:b|c<d>.png", "\u{feff}x", "\u{2028}",
    "%s%n",
    ByteString([UInt8](repeating: 0x6E, count: 255)),
    ByteString([UInt8](repeating: 0xE9, count: 255)),
  ]

  /// Whether bytes hold no control but the newline, no C1 control and no mark of direction.
  private func isCalm(_ text: ByteString) -> Bool {
    text.isUTF8
      && text.displayed.unicodeScalars.allSatisfy { $0 == "\n" || !$0.steersDisplay }
  }

  private func exact(_ result: JSON) -> ByteString? {
    result["source_base64"]?.text.flatMap(Base64.decode) ?? result["source"]?.text
  }

  /// A dataset and a folder of pictures under every name.
  private func pictures() throws -> Dir {
    let dir = try Dir()
    for (seed, name) in Self.names.enumerated() {
      try dir.write("in/" + name, Pictures.png(seed + 1))
    }
    try dir.imgds("init", "set", "class")
    return dir
  }

  @Test func `every name is taken, reported exactly and kept exactly`() throws {
    let dir = try pictures()
    let output = try dir.imgds("add", "set", "in", "--class", "class", "--json")
    #expect(isCalm(output.stdout) && isCalm(output.stderr))
    let sources = try output.json("added").compactMap(exact)
    #expect(sources == Self.names.map { "in/" + $0 }.sorted())
    let listed = try dir.imgds("list", "set", "--json")
    #expect(isCalm(listed.stdout))
    #expect(Set(try listed.json("image").compactMap(exact)) == Set(sources))
    #expect(try dir.imgds("verify", "set", "--json").summary["images"]?.int == Self.names.count)
  }

  @Test func `a list of names parted by nul is taken as it stands`() throws {
    let dir = try pictures()
    let list = Self.names.flatMap { (("in/" + $0).bytes + [0]) as [UInt8] }
    let output = try dir.imgds(
      "add", "set", "-", "-0", "--class", "class", "--json", input: list)
    #expect(try output.json("added").compactMap(exact) == Self.names.map { "in/" + $0 })
  }

  @Test func `text is calm too, of what is taken, refused and found`() throws {
    let dir = try pictures()
    #expect(isCalm(try dir.imgds("add", "set", "in", "--class", "class").stdout))
    try dir.make("tree")
    try dir.make("bad/class")
    for name in Self.names { try dir.write("bad/class/" + name, Pictures.text) }
    let refused = try dir.imgds("add", "set", "bad", "--class", "class", status: 1)
    #expect(isCalm(refused.stderr) && refused.errors.contains("two\\nlines.png"))
    let verified = try dir.imgds("verify", "bad", status: 1)
    #expect(isCalm(verified.stdout) && verified.text.contains("\\u{202e}"))
    for name in Self.names where name != "-" && !name.hasPrefix("-") {
      let missing = try dir.imgds("verify", "no/" + name, status: 3)
      #expect(isCalm(missing.stderr), "\(missing.errors)")
    }
  }

  @Test func `operands that look like options are taken behind two hyphens`() throws {
    let dir = try pictures()
    let output = try dir.command([
      "add", "../set", "--class", "class", "--json", "--", "-rf", "--class",
    ])
    .folder(dir.path("in")).run()
    #expect(try output.json("added").count == 2)
  }

  @Test func `classes in nfc and nfd stay two, and are warned of`() throws {
    let dir = try Dir()
    let classes: [ByteString] = ["cafe\u{301}", "caf\u{e9}"]
    for (seed, name) in classes.enumerated() {
      try dir.write("in/" + name + "/a.png", Pictures.png(seed + 1))
    }
    try dir.imgds("init", "set")
    let output = try dir.imgds("add", "set", "in", "--by-folder")
    #expect(try dir.list("set") == [".imgds.jsonl"] + classes)
    #expect(output.errors.contains("warning"))
    #expect(
      Set(try dir.imgds("list", "set", "--json").json.compactMap { $0["class"]?.text })
        == Set(classes))
  }

  @Test(arguments: ["a\nb", "\u{1b}[31m", ".hidden", "", "a/b", "\u{7f}"] as [ByteString])
  func `a class name that could not be one is refused before anything is written`(
    name: ByteString
  ) throws {
    let dir = try Dir()
    let output = try dir.imgds("init", "set", name, status: 2)
    #expect(isCalm(output.stderr))
    #expect(!dir.exists("set"))
  }

  @Test(
    arguments: [
      ["Cat", "cat"], ["CON"], ["a:b"], ["dot."], ["space "], [" lead"], ["-x"], ["test", "cat"],
    ] as [[ByteString]])
  func `a class name that another system or loader misreads is warned of`(names: [ByteString])
    throws
  {
    let dir = try Dir()
    let output = try dir.command(["init", "set", "--"] + names).run()
    #expect(output.errors.contains("warning"))
  }
}
