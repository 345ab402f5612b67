import ByteText
import TestKit
import Testing

@Suite struct HostileCatalogTests {
  private func dataset() throws -> Dir {
    let dir = try Dir()
    try dir.imgds("init", "pets", "cat", "dog")
    try dir.write("a.png", Pictures.png(1))
    try dir.imgds("add", "pets", "a.png", "--class", "cat")
    try dir.write("b.png", Pictures.png(2))
    return dir
  }

  @Test(arguments: [1, 2, 40, 200, 300])
  func `a last line cut off is passed over by readers and cut by the next writer`(
    _ cut: Int
  ) throws {
    let dir = try dataset()
    let whole = try dir.read("pets/.imgds.jsonl")
    let line = try #require(whole.dropLast().lastIndex(of: 0x0A))
    try dir.write("pets/.imgds.jsonl", Array(whole.dropLast(cut)))
    #expect(try dir.imgds("list", "pets").lines.isEmpty)
    let report = try dir.imgds("verify", "pets", "--json").json("finding")
    #expect(report.contains { $0["code"] == "unrecorded" })
    try dir.imgds("add", "pets", "a.png", "b.png", "--class", "cat")
    #expect(try dir.imgds("list", "pets").lines.count == 2)
    #expect(try Array(dir.read("pets/.imgds.jsonl").prefix(line + 1)) == Array(whole[...line]))
    try dir.imgds("verify", "pets", "--strict", status: 1)
  }

  @Test(arguments: [
    "garbage", "\0\0\0\0", "[1,2]", "{\"type\":\"added\",\"id\":\"../../x\",\"class\":\"../../x\"}",
    "{\"type\":\"added\",\"id\":\"0123456789abcdef\",\"class\":\"../x\"}", "{", "\"",
  ])
  func `what is no record is told of, and the rest goes on`(_ line: String) throws {
    let dir = try dataset()
    try dir.append("pets/.imgds.jsonl", Array(line.utf8) + [0x0A])
    let listed = try dir.imgds("list", "pets")
    #expect(listed.lines.count == 1 && listed.errors.contains("line 5 of the catalog"))
    try dir.imgds("add", "pets", "b.png", "--class", "dog")
    #expect(try dir.imgds("list", "pets").lines.count == 2)
    let found = try dir.imgds("verify", "pets", "--json", status: 1).json("finding")
    #expect(found.contains { $0["code"] == "catalog" })
    #expect(try dir.list() == ["a.png", "b.png", "pets"])
  }

  @Test(
    arguments: [
      ("\"width\":", "\"width\":-"), ("\"height\":", "\"height\":null,\"h\":"),
      ("\"sha256\":\"", "\"sha256\":\"zz"), ("\"bytes\":", "\"bytes\":1e30,\"b\":"),
      ("\"by\":", "\"by\":7,\"b\":"), ("\"time\":\"", "\"time\":\"x"),
      ("\"source\":", "\"source\":7,\"s\":"), ("\"colours\":", "\"colours\":7,\"c\":"),
      ("\"visibility\":", "\"labels\":7,\"visibility\":"),
      ("\"format\":\"png\"", "\"format\":\"gif\""), (",\"by\"", "}{"),
    ] as [(String, String)])
  func `an unsound record of an image leaves the sound one as it was`(
    _ right: String, _ wrong: String
  ) throws {
    let dir = try dataset()
    let commands = ["list", "stats"] as [ByteString]
    let before = try commands.map { try dir.imgds($0, "pets", "--json").stdout }
    let line = try #require(try dir.text("pets/.imgds.jsonl").parts(ending: 0x0A).last?.displayed)
    let unsound = line.replacing("\"cat\"", with: "\"dog\"").replacing(right, with: wrong)
    try #require(unsound.contains(wrong))
    try dir.append("pets/.imgds.jsonl", Array((unsound + "\n").utf8))
    for (command, output) in zip(commands, before) {
      let after = try dir.imgds(command, "pets", "--json")
      #expect(after.stdout == output && after.errors.contains("line 5 of the catalog"))
    }
    #expect(try dir.imgds("list", "pets").text.contains("/cat/"))
    let found = try dir.imgds("verify", "pets", "--json", status: 1).json("finding")
    #expect(found.map { $0["code"] } == ["catalog", "empty-class"])
  }

  @Test(arguments: [1 + 8 << 20, 9 << 20])
  func `a record that is too long is called so, and the rest goes on`(_ count: Int) throws {
    try expectUnread(Self.padded(to: count), "is longer than 8 MiB")
  }

  @Test(arguments: [64, 100_000])
  func `a record that is too deep is called so, and the rest goes on`(_ depth: Int) throws {
    try expectUnread(Self.nested(depth), "nests deeper than 64 levels")
  }

  /// Expects that readers tell of a line that is JSON and no record, and that a repair keeps it aside.
  private func expectUnread(_ line: [UInt8], _ words: String) throws {
    let dir = try dataset()
    try dir.append("pets/.imgds.jsonl", line + [0x0A])
    try dir.imgds("add", "pets", "b.png", "--class", "dog")
    for command in ["list", "log", "stats"] as [ByteString] {
      let output = try dir.imgds(command, "pets")
      #expect(output.errors.hasPrefix("imgds: line 5 of the catalog \(words)"))
    }
    #expect(try dir.imgds("list", "pets").lines.count == 2)
    let found = try dir.imgds("verify", "pets", "--json", status: 1).json("finding")
    #expect(found.contains { $0["message"]?.text?.displayed == "line 5 \(words)" })
    let old = try dir.read("pets/.imgds.jsonl")
    try dir.imgds("verify", "pets", "--repair")
    let strays = try #require(try dir.list().first { $0.hasPrefix("pets_strays-") })
    #expect(try dir.read(strays + "/catalog.jsonl") == old)
    try dir.imgds("verify", "pets")
  }

  @Test func `a record as long and as deep as can be is read`() throws {
    let dir = try dataset()
    for line in [Self.padded(to: 8 << 20), Self.nested(63)] {
      try dir.append("pets/.imgds.jsonl", line + [0x0A])
    }
    #expect(try dir.imgds("list", "pets").errors == "")
    try dir.imgds("verify", "pets")
  }

  private static func padded(to count: Int) -> [UInt8] {
    let record = Array("{\"type\":\"class\",\"class\":\"cat\"}".utf8)
    return record + [UInt8](repeating: 0x20, count: count - record.count)
  }

  private static func nested(_ depth: Int) -> [UInt8] {
    Array("{\"type\":\"dreamt\",\"x\":".utf8) + [UInt8](repeating: 0x5B, count: depth)
      + [UInt8](repeating: 0x5D, count: depth) + [0x7D]
  }

  @Test func `a type of a later version is kept and passed over`() throws {
    let dir = try dataset()
    try dir.append("pets/.imgds.jsonl", Array("{\"type\":\"dreamt\",\"id\":7}\n".utf8))
    #expect(try dir.imgds("list", "pets").errors == "")
    try dir.imgds("add", "pets", "b.png", "--class", "dog")
    #expect(try dir.text("pets/.imgds.jsonl").displayed.contains("dreamt"))
    try dir.imgds("verify", "pets")
  }

  @Test func `a folder or pipe in its place is exit 3`() throws {
    let dir = try dataset()
    try dir.remove("pets/.imgds.jsonl")
    try dir.make("pets/.imgds.jsonl")
    for command in ["list", "verify", "stats", "pack"] as [ByteString] {
      try dir.imgds(command, "pets", status: 3)
    }
    try dir.remove("pets/.imgds.jsonl")
    try dir.makePipe("pets/.imgds.jsonl")
    for command in ["list", "verify", "stats", "pack"] as [ByteString] {
      try dir.imgds(command, "pets", status: 3)
    }
    try dir.imgds("add", "pets", "b.png", "--class", "dog", status: 3)
  }
}
