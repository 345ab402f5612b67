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

  @Test func `a line longer than any record is passed over`() throws {
    let dir = try dataset()
    try dir.append("pets/.imgds.jsonl", [UInt8](repeating: 0x61, count: 9 << 20) + [0x0A])
    try dir.imgds("add", "pets", "b.png", "--class", "dog")
    #expect(try dir.imgds("list", "pets").lines.count == 2)
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
