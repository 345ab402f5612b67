import ByteText
import TestKit
import Testing

/// Signals to commands that are still reading what is there, and have written nothing.
struct EarlySignalTests {
  /// Runs a command to which SIGINT comes at its first look into the catalog.
  private static let struck: ByteString =
    "strace -f -qq -o trace -P pets/.imgds.jsonl -e trace=pread64 "
    + "-e inject=pread64:signal=SIGINT:when=1 $IMGDS "

  @Test(
    .enabled(if: Tracer.isThere, "left out: strace is not there, or may not trace"),
    arguments: [
      "class pets add fox", "class pets remove owl", "class pets rename cat tiger",
      "class pets merge cat dog", "class pets describe cat legs=4", "merge pets part",
      "label pets --where class:cat --class dog", "remove pets --where class:cat",
      "init pets fox --exist-ok", "verify pets --repair",
    ] as [ByteString])
  func `a signal ends a command that has written nothing yet, and nothing is done`(
    words: ByteString
  ) throws {
    let dir = try Dir()
    try dir.imgds("init", "pets", "cat", "dog", "owl")
    try dir.imgds("init", "part", "fox")
    for (seed, place) in [(1, ["pets", "cat"]), (2, ["part", "fox"])] as [(Int, [ByteString])] {
      try dir.write("picture.png", Pictures.png(seed))
      try dir.imgds("add", place[0], "picture.png", "--class", place[1])
    }
    try dir.write("pets/cat/stray.txt", text: "no picture\n")
    let before = try dir.contents(below: "pets")
    try dir.shell(Self.struck + words, status: 130)
    #expect(try dir.text("trace").displayed.contains("SIGINT"))
    #expect(try dir.contents(below: "pets") == before)
    #expect(try dir.list(".").sorted() == ["part", "pets", "picture.png", "trace"])
  }
}

private enum Tracer {
  static var isThere: Bool {
    (try? Dir().run("strace", "-o", "trace", "true", status: nil).status) == 0
  }
}
