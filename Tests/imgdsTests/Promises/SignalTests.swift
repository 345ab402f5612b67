import ByteText
import Glibc
import TestKit
import Testing

/// Signals that ask the program to end, while it waits and while it works.
struct SignalTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    try dir.imgds("init", "pets", "cat")
    for seed in 1...3 { try dir.write(ByteString("in/\(seed).png"), Pictures.png(seed)) }
  }

  /// `add` with a list of one picture on standard input that does not end.
  private func waiting(_ first: ByteString = "") throws -> RunningCommand {
    let script: ByteString =
      first + "mkfifo list; exec 3<>list; echo in/1.png >&3; "
      + "exec $IMGDS add pets - --class cat --json <&3"
    let running = try TestCommand("bash", ["-c", script], in: dir).start()
    try wait(for: running)
    return running
  }

  /// Waits until the program has begun and hears signals.
  private func wait(for running: RunningCommand) throws {
    let status = ByteString("/proc/\(running.id)/status")
    for _ in 0..<6000 {
      let lines = try dir.run("grep", "-E", "^(Name|SigCgt):", status, status: nil).text
        .split(separator: "\n")
      let words = lines.compactMap { $0.split(separator: "\t").last }
      if words.count == 2, words[0] == "imgds",
        UInt64(words[1], radix: 16).map({ $0 >> UInt64(SIGTERM - 1) & 1 == 1 }) == true
      {
        return
      }
      usleep(10_000)
    }
    Issue.record("the program never heard signals")
  }

  /// Makes two pictures of 169 million pixels, which take far longer than a signal.
  private func makeLargePictures() throws {
    let pictures: ByteString = """
      import struct, zlib
      def chunk(k, b):
          return struct.pack('>I', len(b)) + k + b + struct.pack('>I', zlib.crc32(k + b))
      rows = zlib.compress(bytes(1626 * 13000), 1)
      for n in range(2):
          open('in/large%d.png' % n, 'wb').write(
              b'\\x89PNG\\r\\n\\x1a\\n'
              + chunk(b'IHDR', struct.pack('>IIBBBBB', 13000, 13000, 1, 0, 0, 0, 0))
              + chunk(b'tEXt', b'n\\0%d' % n) + chunk(b'IDAT', rows) + chunk(b'IEND', b''))
      """
    try dir.run("python3", "-c", pictures)
  }

  /// What was reported is there, and `verify` finds nothing.
  private func expectSound(_ output: TestOutput) throws {
    let added = try output.json("added")
    for image in added {
      #expect(dir.exists(ByteString("pets").appending(try #require(image["file"]?.text))))
    }
    #expect(try output.summary["added"]?.int == added.count)
    let found = try dir.imgds("verify", "pets", "--json").json("finding")
    #expect(found.filter { $0["severity"] != "note" && $0["code"] != "empty-class" } == [])
    #expect(try dir.list("pets").filter { $0 != "cat" } == [".imgds.jsonl"])
    let again = try dir.imgds("add", "pets", "in", "--class", "cat", "--json").summary
    #expect(again["refused"] == 0)
    #expect(try dir.imgds("list", "pets").lines.count == 3)
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)])
  func `a signal ends in good order, with a true summary and its own exit status`(
    signal: Int32, status: Int
  ) throws {
    let running = try waiting()
    running.signal(signal)
    let output = try running.wait()
    #expect(output.status == status)
    try expectSound(output)
  }

  @Test(arguments: ["label pets - --class cat", "remove pets -"] as [ByteString])
  func `a list of ids that was cut off changes nothing`(words: ByteString) throws {
    let added = try dir.imgds("add", "pets", "in/1.png", "--class", "cat", "--json").json("added")
    try dir.write("ids", text: try #require(added.first?["id"]?.text) + "\n")
    let before = try dir.contents(below: "pets")
    let script: ByteString = "mkfifo list; exec 3<>list; cat ids >&3; exec $IMGDS " + words + " <&3"
    let running = try TestCommand("bash", ["-c", script], in: dir).start()
    try wait(for: running)
    running.signal(SIGINT)
    let output = try running.wait()
    #expect(output.status == 130)
    #expect(output.errors.hasPrefix("imgds: interrupted: "))
    #expect(output.errors.hasSuffix("ed 0 images\n"))
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test(
    arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)],
    [
      "list pets --json >out", "log pets >out", "pack pets -o - >out", "verify pets --json >out",
      "add pets in --class cat --json >out", "add pets in in/none --class cat >out 2>&1",
    ] as [ByteString])
  func `a signal ends a wait for a reader that takes nothing`(
    signal: (number: Int32, status: Int), words: ByteString
  ) throws {
    try dir.imgds("add", "pets", "in/1.png", "--class", "cat")
    let script: ByteString =
      "mkfifo out; exec 4<>out; dd if=/dev/zero of=out bs=4096 oflag=nonblock 2>&-; exec $IMGDS "
    let running = try TestCommand("bash", ["-c", script + words], in: dir).start()
    try wait(for: running)
    running.signal(signal.number)
    // One that would wait for ever is ended, and so told.
    for _ in 0..<6000 where running.isRunning { usleep(10_000) }
    if running.isRunning { running.signal(SIGKILL) }
    let output = try running.wait()
    #expect(output.status == signal.status)
    // It depends on where the wait ended whether a summary can still be told.
    #expect(["", "imgds: interrupted: packed nothing\n"].contains(output.errors))
    let again = try dir.imgds("add", "pets", "in", "--class", "cat", "--json").summary
    #expect(again["refused"] == 0)
    #expect(try dir.imgds("list", "pets").lines.count == 3)
  }

  @Test func `a signal that was ignored from the start stays so`() throws {
    let running = try waiting("trap '' HUP; ")
    running.signal(SIGHUP)
    running.signal(SIGTERM)
    #expect(try running.wait().status == 143)
  }

  @Test(
    arguments: [
      "", #"sed 's/.*/{"classes":[]}/'; exec >&-;"#,
    ] as [ByteString])
  func `a model that ends at no signal is ended`(saying answer: ByteString) throws {
    let model: ByteString =
      "trap '' TERM; " + answer + " echo $$ > started; while :; do sleep 0.05; done"
    let running = try dir.command("suggest", "pets", "in", "--model", model).start()
    while !dir.exists("started") { usleep(10_000) }
    running.signal(SIGINT)
    let output = try running.wait()
    #expect(output.status == 130 && !output.errors.contains("cannot"))
    let number = try dir.text("started").displayed
    try dir.shell(ByteString("kill -0 \(number)"), status: 1)
  }

  @Test(arguments: ["verify -j1 tree", "add pets tree/in -j1 --class cat"] as [ByteString])
  func `a summary says that it is of an interrupted run`(words: ByteString) throws {
    try makeLargePictures()
    let script: ByteString = "mkdir tree && mv in tree && exec $IMGDS "
    let running = try TestCommand("bash", ["-c", script + words], in: dir).start()
    try wait(for: running)
    running.signal(SIGTERM)
    let output = try running.wait()
    #expect(output.status == 143)
    #expect(output.errors.contains("imgds: interrupted"))
  }

  @Test func `pack says that it was interrupted`() throws {
    try makeLargePictures()
    let script: ByteString =
      "$IMGDS add pets in --class cat && exec $IMGDS pack pets -o a.zip --resize 8x8 -j1"
    let running = try TestCommand("bash", ["-c", script], in: dir).start()
    try wait(for: running)
    running.signal(SIGTERM)
    let output = try running.wait()
    #expect(output.status == 143)
    #expect(output.errors.hasSuffix("imgds: interrupted: packed nothing\n"))
    #expect(!dir.exists("a.zip"))
  }

  @Test func `a second interrupt ends at once and leaves the dataset sound`() throws {
    // With a standard output that takes nothing, too, the program cannot end in good order, however
    // late a signal comes.
    try makeLargePictures()
    let add: [ByteString] = [
      "add", "pets", "in/large0.png", "in/large1.png", "--class", "cat", "-j1", "--json",
    ]
    let script: ByteString =
      "mkfifo out; exec 4<>out; dd if=/dev/zero of=out bs=4096 oflag=nonblock 2>&-; "
      + #"exec $IMGDS "$@" >out"#
    let running = try TestCommand("bash", ["-c", script, "bash"] + add, in: dir).start()
    try wait(for: running)
    // A sanitizer may hold signals back and so merge some.
    while running.isRunning {
      running.signal(SIGINT)
      usleep(10_000)
    }
    #expect(try running.wait().status == 130)

    // What was placed is whole, and lacks its record at most; likeness and quality are not meant.
    try dir.imgds("verify", "pets")
    let found = try dir.imgds("verify", "pets", "--quick", "--json").json("finding")
    #expect(found.filter { $0["code"] != "unrecorded" && $0["code"] != "empty-class" } == [])
    let again = try dir.command(add).run().summary
    #expect(again["refused"] == 0)
    #expect(try dir.list("pets/cat").count == 2)
    try dir.imgds("verify", "pets", "--quick", "--strict")
    #expect(try dir.imgds("list", "pets").lines.count == 2)
    #expect(try dir.list("pets") == [".imgds.jsonl", "cat"])
  }
}
