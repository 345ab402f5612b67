import ByteText
import TestKit
import Testing

/// What is no plain file, or changes while it is read: each is reported, none is waited on.
struct FileKindsTests {
  private static let isRoot = (try? Dir().run("id", "-u").text) == "0\n"

  /// A folder with one of each kind, and how `add` is to answer for it.
  private func strangers(in dir: Dir) throws -> [ByteString: ByteString] {
    try dir.write("in/a.png", Pictures.png(1))
    try dir.makePipe("in/pipe.png")
    try dir.shell(
      """
      python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("in/socket.png")'
      """)
    try dir.link("in/device.png", to: "/dev/zero")
    try dir.link("in/dangling.png", to: "nowhere")
    try dir.link("in/loop.png", to: "loop.png")
    try dir.link("in/process.png", to: "/proc/self/status")
    try dir.write("in/empty.png", [])
    try dir.shell("truncate -s 1T in/sparse.png")
    try dir.write("in/trail.png", Pictures.png(2))
    try dir.shell("truncate -s 1T in/trail.png")
    try dir.link("in/self", to: ".")
    try dir.link("in/up", to: "../in")
    return [
      "in/a.png": "added", "in/pipe.png": "not-a-file", "in/socket.png": "not-a-file",
      "in/device.png": "not-a-file", "in/dangling.png": "unreadable", "in/loop.png": "unreadable",
      "in/process.png": "not-image", "in/empty.png": "empty", "in/sparse.png": "not-image",
      "in/trail.png": "limits",
    ]
  }

  @Test(.enabled(if: Places.program("python3") != nil, "left out: no python3 on PATH"))
  func `add answers once for every kind of file and goes on`() throws {
    let dir = try Dir()
    let expected = try strangers(in: dir)
    try dir.imgds("init", "set", "class")
    let output = try dir.imgds("add", "set", "in", "--class", "class", "--json", status: 1)
    var found: [ByteString: ByteString] = [:]
    for result in try output.json.dropLast() {
      let source = try #require(result["source"]?.text)
      #expect(found[source] == nil, "\(source.displayed) is reported twice")
      found[source] = result["code"]?.text ?? result["type"]?.text
    }
    #expect(found == expected)
    #expect(try output.summary["skipped"] == 2)
  }

  @Test(.enabled(if: Places.program("python3") != nil, "left out: no python3 on PATH"))
  func `verify reports every kind of file and goes on`() throws {
    let dir = try Dir()
    let expected = try strangers(in: dir).filter { $0.value != "added" }
    try dir.make("tree")
    try dir.rename("in", to: "tree/in")
    let output = try dir.imgds("verify", "tree", "--json", status: 1)
    let found = Set(try output.json("finding").compactMap { $0["file"]?.text })
    #expect(found == Set(expected.keys))
  }

  @Test(arguments: [
    "/proc/kmsg", "/proc/self/mem", "/proc/self/pagemap", "/dev/zero", "/dev/stdin",
  ])
  func `an operand that could be read for ever is refused`(path: String) throws {
    let dir = try Dir()
    try dir.imgds("init", "set", "class")
    let output = try dir.imgds(
      "add", "set", ByteString(path), "--class", "class", "--json", status: 1)
    #expect(try output.json.map { $0["type"] } == ["refused", "summary"])
  }

  @Test(
    .enabled(if: isRoot && Places.program("setpriv") != nil, "left out: wants root and setpriv"))
  func `what may not be read is one input each`() throws {
    let dir = try Dir()
    try dir.write("in/class/a.png", Pictures.png(1))
    try dir.write("in/class/closed.png", Pictures.png(2))
    try dir.write("in/class/folder/b.png", Pictures.png(3))
    try dir.setMode("in/class/closed.png", 0)
    try dir.setMode("in/class/folder", 0)
    let nobody: ByteString =
      """
      chmod -R go+rX .. && chmod 0 in/class/closed.png in/class/folder && \
      setpriv --reuid 65534 --regid 65534 --clear-groups
      """
    let verified = try dir.shell(nobody + " \"$IMGDS\" verify in --json", status: nil)
    guard !verified.errors.contains("setpriv") else { return }
    #expect(verified.status == 1)
    let found = try verified.json("finding").map { [$0["code"]?.text, $0["file"]?.text] }
    #expect(found.count == 2)
    #expect(Set(found) == [["corrupt", "class/closed.png"], ["corrupt", "class/folder"]])
    try dir.shell("\"$IMGDS\" init set class && chmod 777 set set/class set/.imgds.jsonl")
    let added = try dir.shell(
      nobody + " \"$IMGDS\" add set in/class --class class --json", status: 1)
    let codes = try added.json.dropLast().map { $0["code"]?.text ?? $0["type"]?.text }
    #expect(codes == ["added", "unreadable", "unreadable"])
  }

  @Test func `a file that grows while it is read is judged by the bytes that came`() throws {
    let dir = try Dir()
    try dir.imgds("init", "set", "class")
    try dir.write("a.png", Pictures.png(1, width: 600, height: 600))
    let output = try dir.shell(
      """
      (for i in $(seq 200); do printf x >> a.png; done) &
      "$IMGDS" add set a.png --class class --json; status=$?; wait; exit $status
      """)
    let added = try #require(try output.json("added").first)
    let file = try #require(added["file"]?.text)
    #expect(try dir.read("set/" + file).count == added["bytes"]?.int)
    #expect(try dir.imgds("verify", "set", "--json").summary["errors"] == 0)
  }

  @Test func `a file that shrinks while it is read is whole or refused, never half`() throws {
    let dir = try Dir()
    try dir.imgds("init", "set", "class")
    let whole = Pictures.png(1, width: 600, height: 600)
    for round in 0..<6 {
      try dir.write("a.png", whole)
      let script: ByteString =
        """
        truncate -s 70000 a.png) &
        "$IMGDS" add set a.png --class class --json; status=$?; wait; exit $status
        """
      let output = try dir.shell(ByteString("(sleep 0.00\(round); ") + script, status: nil)
      #expect(output.status < 2, "\(output.errors)")
      let results = try output.json
      let result = try #require(results.first)
      #expect(result["type"] != "refused" || result["code"] == "corrupt")
    }
    #expect(try dir.imgds("verify", "set", status: nil).status == 0)
  }
}
