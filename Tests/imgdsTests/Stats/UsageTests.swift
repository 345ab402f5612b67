import ByteText
import TestKit
import Testing

/// The usage log, and its sums.
struct UsageTests {
  private func run(_ arguments: [ByteString], in dir: Dir, log: ByteString = "log") throws
    -> TestOutput
  {
    try dir.command(arguments).variable("IMGDS_USAGE_LOG", log).run(status: nil)
  }

  private func lines(_ dir: Dir) throws -> [JSON] {
    try ByteString(dir.read("log")).parts(ending: 0x0A).map { try JSON(parsing: $0) }
  }

  @Test func `notes every command with its images and its end`() throws {
    let dir = try Dir()
    try dir.write("in/a.png", Pictures.png(1))
    try dir.write("in/b.png", Pictures.png(2))
    try dir.write("in/text.png", Pictures.text)
    for arguments in [
      ["init", "set", "cat"], ["add", "set", "in", "--class", "cat"], ["list", "set"],
      ["stats", "set"], ["verify", "set"], ["pack", "set"], ["list", "set", "klass:x"],
      ["list", "no"],
      ["log", "set"], ["--version"], ["--help"], ["list"],
    ] as [[ByteString]] {
      _ = try run(arguments, in: dir)
    }
    let lines = try lines(dir)
    #expect(
      lines.map { $0["command"]?.text?.displayed } == [
        "init", "add", "list", "stats", "verify", "pack", "list", "list", "log", "list",
      ])
    #expect(lines.map { $0["exit"]?.int } == [0, 1, 0, 0, 0, 0, 2, 3, 0, 2])
    #expect(lines.map { $0["images"]?.int } == [0, 2, 2, 2, 2, 2, 0, 0, 0, 0])
    #expect(
      lines.allSatisfy { $0["user"] == "tester" && $0["time"] != nil && $0["seconds"] != nil })
    #expect(lines[2]["dataset"]?.text == dir.path("set"))
  }

  @Test func `notes how many images were merged, suggested for and moved`() throws {
    let dir = try Dir()
    for seed in 1...5 { try dir.write(ByteString("in/\(seed).png"), Pictures.png(seed)) }
    try dir.imgds("init", "set", "cat", "dog")
    try dir.imgds("init", "part", "cat")
    try dir.imgds("add", "part", "in", "--class", "cat")
    for (arguments, images) in [
      (["merge", "set", "part"], 5), (["merge", "set", "part"], 0),
      (["suggest", "set", "in", "set/cat"], 10), (["class", "set", "list"], 5),
      (["class", "set", "merge", "cat", "dog"], 5), (["class", "set", "rename", "dog", "owl"], 0),
    ] as [([ByteString], Int)] {
      _ = try run(arguments, in: dir)
      #expect(try lines(dir).last?["images"]?.int == images, "\(arguments)")
    }
  }

  @Test func `a log that cannot be written is a warning and no failure`() throws {
    let dir = try Dir()
    try dir.imgds("init", "set", "cat")
    try dir.shell("mkfifo pipe && mkdir folder")
    for log in ["no/log", "set/log", "set/cat/log", "folder", "pipe", "/dev/full"] as [ByteString] {
      let output = try run(["list", "set"], in: dir, log: log)
      #expect(output.status == 0)
      #expect(output.errors.hasPrefix("imgds: warning: "), "\(log.displayed)")
    }
    #expect(try dir.list("set") == [".imgds.jsonl", "cat"])
    #expect(try run(["list", "set"], in: dir, log: "").errors.isEmpty)
  }

  @Test func `sums a log by user, command and day`() throws {
    let dir = try Dir()
    let log: ByteString = """
      {"time":"2026-01-01T10:00:00Z","user":"ann","command":"add","dataset":"/d","exit":0,"seconds":1.5,"images":10}
      {"time":"2026-01-01T23:59:59Z","user":"bob","command":"list","dataset":"/d","exit":3,"seconds":0.25}
      garbage
      {"time":"2026-01-02T00:00:00Z","user":"ann","command":"add","exit":1,"seconds":2,"images":5,"more":[]}
      {"user":"ann","command":"add"}

      """
    try dir.write("log", log.bytes)
    let output = try dir.imgds("stats", "--usage", "log", "--json")
    #expect(
      output.text == """
        {"type":"usage","runs":3,\
        "users":[{"name":"ann","runs":2,"failed":0,"images":15,"seconds":3.5},\
        {"name":"bob","runs":1,"failed":1,"images":0,"seconds":0.25}],\
        "commands":[{"name":"add","runs":2,"failed":0,"images":15,"seconds":3.5},\
        {"name":"list","runs":1,"failed":1,"images":0,"seconds":0.25}],\
        "days":[{"name":"2026-01-01","runs":2,"failed":1,"images":10,"seconds":1.75},\
        {"name":"2026-01-02","runs":1,"failed":0,"images":5,"seconds":2}]}

        """)
    #expect(output.errors.contains("line 3 ") && output.errors.contains("line 5 "))
    #expect(try dir.imgds("stats", "--usage", "log").text.contains("2026-01-02"))
    try dir.imgds("stats", "--usage", "no", status: 3)
    try dir.imgds("stats", "--usage", "log", "set", status: 2)
    try dir.imgds("stats", status: 2)
  }

  @Test(
    arguments: [
      #""seconds":1e308"#, #""seconds":1e400"#, #""seconds":-1"#, #""images":-1"#,
      #""images":9223372036854775807"#,
    ])
  func `a line whose numbers cannot be is told of and does not count`(_ member: String) throws {
    let dir = try Dir()
    let line = #"{"time":"2026-01-01T10:00:00Z","user":"ann","command":"add","exit":0,"#
    let lines = [member, member, "\"seconds\":1.5"].map { "\(line)\($0)}\n" }
    try dir.write("log", text: ByteString(lines.joined()))
    let output = try dir.imgds("stats", "--usage", "log", "--json")
    #expect(try output.object["runs"] == 1)
    #expect(output.text.contains(#""failed":0,"images":0,"seconds":1.5}"#))
    #expect(output.errors.contains("line 1 ") && output.errors.contains("line 2 "))
  }

  @Test func `many processes write one log without losing a line`() throws {
    let dir = try Dir()
    try dir.imgds("init", "set", "cat")
    try dir.shell(
      "export IMGDS_USAGE_LOG=log; for i in $(seq 40); do $IMGDS list set & done; wait")
    #expect(try lines(dir).count == 40)
  }
}
