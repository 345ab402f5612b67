import ByteText
import TestKit
import Testing

/// Links under the ids of images: their bytes are another file's, and go with it.
struct LinkedImageTests {
  private let dir: Dir
  /// `b/ID.png`, under which a link lies.
  private let link: ByteString

  init() throws {
    dir = try Dir()
    try dir.imgds("init", "set", "a", "b")
    try dir.write("mv/p.png", Pictures.png(5))
    let added = try dir.imgds("add", "set", "mv/p.png", "--class", "a", "--json").json("added")
    link = "b/" + (try #require(added.first?["file"]?.text)).lastComponent
    try dir.link("set/" + link, to: "../a/" + link.lastComponent)
  }

  @Test(arguments: [true, false])
  func `a source is not moved away for a link to it`(isRecorded: Bool) throws {
    try dir.remove("set/a/" + link.lastComponent)
    try dir.remove("set/" + link)
    if isRecorded {
      try dir.imgds("add", "set", "mv/p.png", "--class", "b")
      try dir.remove("set/" + link)
    }
    try dir.link("set/" + link, to: dir.path("mv/p.png"))
    let output = try dir.imgds(
      "add", "set", "mv/p.png", "--class", "b", "--move", "--json", status: 1)
    #expect(try output.json("refused").first?["code"] == "conflict")
    #expect(try dir.read("mv/p.png") == Pictures.png(5))
  }

  @Test(arguments: [("a", "b"), ("b", "a")] as [(ByteString, ByteString)])
  func `a merge of classes takes no link for a copy`(from: ByteString, into: ByteString) throws {
    try dir.imgds("class", "set", "merge", from, into, status: 1)
    #expect(try dir.read("set/a/" + link.lastComponent) == Pictures.png(5))
  }

  @Test func `a merge of datasets takes no link for the image`() throws {
    try dir.imgds("init", "other", "a")
    let name = link.lastComponent
    try dir.link("other/a/" + name, to: dir.path("set/a/" + name))
    try dir.imgds("merge", "other", "set", status: 1)
    let found = try dir.imgds("list", "other")
    #expect(found.lines == [])
  }
}
