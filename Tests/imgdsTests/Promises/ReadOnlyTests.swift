import ByteText
import Glibc
import TestKit
import Testing

/// A dataset that may not be written to: by its mode, or on a read-only mount.
struct ReadOnlyTests {
  /// Whether this process may mount; root in a container often may not.
  private static let canMount: Bool = {
    let dir = try? Dir()
    let done = try? dir?.run("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt", status: nil)
    return done?.status == 0
  }()
  private static let leftOut: Comment = "left out: mounting takes root and unshare"

  private static let reading: [ByteString] = [
    "list pets", "list pets --json", "stats pets", "verify pets", "verify pets --quick",
    "verify pets --for torchvision", "pack pets -o out.zip", "pack pets --split 1,1 -o split.zip",
    "pack pets -o - > streamed.zip", "log pets",
  ]
  private static let writing: [ByteString] = [
    "add pets b.png --class cat", "label pets - --class dog < ids", "init pets fox --exist-ok",
    "verify pets --repair",
  ]

  private let dir: Dir

  init() throws {
    dir = try Dir()
    try dir.imgds("init", "pets", "cat", "dog")
    for name in ["a", "b", "c"] as [ByteString] {
      try dir.write(name + ".png", Pictures.png(Int(name.bytes[0])))
    }
    for name in ["cat", "dog"] as [ByteString] {
      let file: ByteString = name == "cat" ? "a.png" : "c.png"
      try dir.imgds("add", "pets", file, "--class", name)
    }
    let name = try #require(try dir.list("pets/cat").first)
    try dir.write("ids", text: name.stem + "\n")
    try dir.shell("chmod a+rwx . ; chmod a+rx ..; find pets -exec touch -a -d 2001-01-01 {} +")
  }

  /// Everything of the dataset: names, modes, sizes and the three time stamps.
  private func look() throws -> ByteString {
    let folders = try dir.shell("find pets -type d -printf '%p %m %T@ %C@\\n' | sort").stdout
    let files = try dir.shell("find pets -type f -printf '%p %m %s %A@ %T@ %C@\\n' | sort").stdout
    return folders + files
  }

  @Test(.enabled(if: canMount, leftOut))
  func `readers work on a read-only mount and leave no trace`() throws {
    let before = try look()
    let lines = Self.reading.map { "{ $IMGDS " + $0 + "; } > /dev/null || echo \"failed: $?\"\n" }
    let script =
      lines.reduce(ByteString("mount --bind pets pets && mount -o remount,bind,ro pets && {\n"), +)
      + "}"
    try dir.write("script", text: script)
    let output = try dir.run("unshare", "-m", "sh", "script")
    #expect(output.text == "")
    #expect(try look() == before)
    #expect(try dir.read("streamed.zip") == dir.read("out.zip"))
  }

  @Test(.enabled(if: canMount, leftOut), arguments: writing)
  func `a writer on a read-only mount is exit 3 and says why`(words: ByteString) throws {
    let before = try look()
    try dir.write(
      "script",
      text: "mount --bind pets pets && mount -o remount,bind,ro pets && $IMGDS " + words)
    let output = try dir.run("unshare", "-m", "sh", "script", status: 3)
    #expect(output.errors.contains("Read-only file system"))
    #expect(try look() == before)
  }

  @Test func `readers work where modes forbid writing and leave no trace`() throws {
    let prefix: ByteString
    if geteuid() == 0 {
      try dir.shell("chown -R 65534:65534 pets; chmod -R a-w pets")
      prefix = "setpriv --reuid=65534 --regid=65534 --clear-groups "
    } else {
      try dir.shell("chmod -R a-w pets")
      prefix = ""
    }
    let before = try look()
    for words in Self.reading {
      try dir.shell("{ " + prefix + "$IMGDS " + words + "; } > /dev/null")
    }
    #expect(try look() == before)
    let output = try dir.shell(prefix + "$IMGDS add pets b.png --class cat", status: 3)
    #expect(output.errors.contains("Permission denied"))
    #expect(try look() == before)
    try dir.shell("chmod -R u+w pets")
  }

  @Test(.enabled(if: canMount, leftOut))
  func `repair of a mount point copies strays to the file system beside it`() throws {
    try dir.write(
      "script",
      text: """
        set -e
        mkdir moved; mount -t tmpfs none moved; cp -a pets/. moved
        echo words > moved/cat/notes.txt; chmod 640 moved/cat/notes.txt
        mkdir moved/cat/inner; echo deep > moved/cat/inner/deep.txt
        ln -s nowhere moved/dog/away; mkfifo moved/dog/pipe
        echo garbage >> moved/.imgds.jsonl
        $IMGDS verify moved --repair --json || echo $? > status
        ls -A moved moved/cat moved/dog > left
        """)
    let lines = try dir.run("unshare", "-m", "sh", "script").json
    let strays = try #require(try dir.list().first { $0.hasPrefix("moved_strays-") })
    #expect(
      try dir.files(below: strays).filter { !$0.hasPrefix("catalog") } == [
        "cat/inner/deep.txt", "cat/notes.txt", "dog/away",
      ])
    #expect(try dir.text(strays.appending("cat/notes.txt")) == "words\n")
    #expect(try dir.shell("stat -c %a " + strays + "/cat/notes.txt").text == "640\n")
    let left = lines.filter { $0["severity"] == "error" && $0["repaired"] == nil }
    #expect(left.compactMap { $0["file"]?.text } == ["dog/pipe"])
    #expect(try dir.text("status") == "1\n")
    #expect(try !dir.text("left").displayed.contains("notes.txt"))
  }
}
