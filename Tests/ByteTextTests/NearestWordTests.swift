import ByteText
import Testing

struct NearestWordTests {
  private let commands: [ByteString] = [
    "init", "add", "label", "class", "list", "remove", "suggest", "verify", "stats", "pack", "log",
    "merge",
  ]

  @Test(
    arguments: [
      ("ad", "add"), ("addd", "add"), ("lable", "label"), ("verfy", "verify"), ("stat", "stats"),
      ("PACK", "pack"), ("rm", nil), ("frobnicate", nil), ("remvoe", "remove"), ("lst", "list"),
      ("sugest", "suggest"), ("x", nil), ("commit", nil),
    ] as [(ByteString, ByteString?)])
  func `names the command most likely meant`(typed: ByteString, meant: ByteString?) {
    #expect(NearestWord.to(typed, among: commands) == meant)
  }

  @Test func `a long beginning is enough`() {
    #expect(NearestWord.to("--desc", among: ["--url", "--description"]) == "--description")
    #expect(NearestWord.to("d", among: ["description"]) == nil)
  }

  @Test func `ties go to the earlier word, and nothing is near nothing`() {
    #expect(NearestWord.to("bat", among: ["cat", "rat"]) == "cat")
    #expect(NearestWord.to("bat", among: []) == nil)
  }

  @Test(
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1),
      ("kitten", "sitting", 3), ("ca", "abc", 3), ("abcd", "badc", 2), ("a", "b", 1),
    ] as [(ByteString, ByteString, Int)])
  func `counts edits, a swap of neighbours as one`(
    left: ByteString, right: ByteString, distance: Int
  ) {
    #expect(NearestWord.editDistance(left, right) == distance)
    #expect(NearestWord.editDistance(right, left) == distance)
  }
}
