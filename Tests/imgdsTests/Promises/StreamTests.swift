import ByteText
import TestKit
import Testing

/// Standard streams that are closed, full, or have nobody at their other end.
struct StreamTests {
  private static let printing: [ByteString] = [
    "init more fox --json", "add pets b.png --class cat --json", "list pets", "list pets --json",
    "verify pets --json", "stats pets", "stats pets --json", "pack pets -o -",
    "pack pets -o x.zip --json", "label pets - --class dog --json < ids", "log pets",
    "completions bash", "--help", "add --help", "--version",
  ]

  private let dir: Dir

  init() throws {
    dir = try Dir()
    try dir.imgds("init", "pets", "cat", "dog")
    for seed in 1...2 {
      try dir.write(ByteString(["a", "b"][seed - 1] + ".png"), Pictures.png(seed))
    }
    let added = try dir.imgds("add", "pets", "a.png", "--class", "cat", "--json").json("added")
    let id = try #require(added.first?["id"]?.text)
    try dir.write("ids", text: id + "\n")
  }

  @Test(arguments: printing)
  func `a full standard output is exit 3 and said`(words: ByteString) throws {
    let output = try dir.shell("$IMGDS " + words + " > /dev/full", status: 3)
    #expect(output.errors.contains("standard output"))
    #expect(output.errors.contains("No space left on device"))
  }

  @Test(arguments: printing)
  func `a pipe that nobody reads ends quietly`(words: ByteString) throws {
    let output = try dir.shell(
      "mkfifo p; exec 3<>p 4>p 3<&-; $IMGDS " + words + " >&4", status: nil)
    #expect(output.status == 0)
    #expect(!output.errors.lowercased().contains("pipe"))
  }

  @Test(arguments: printing, [[0], [1], [2], [0, 1, 2]] as [[Int32]])
  func `streams that are closed count as nowhere`(words: ByteString, streams: [Int32]) throws {
    var command = TestCommand("bash", ["-c", "$IMGDS " + words], in: dir)
    command.closed = Set(streams)
    try command.run(status: 0)
    try dir.imgds("verify", "pets", "--checks", "soundness,records")
    let catalog = try dir.text("pets/.imgds.jsonl").displayed.split(separator: "\n")
    #expect(catalog.allSatisfy { $0.hasPrefix(#"{"type":""#) && $0.contains(#""time":"#) })
  }
}
