import ByteText
import TestKit
import Testing

/// `stats` as users see it.
struct StatsTests {
  private static let isRoot = (try? Dir().run("id", "-u").text) == "0\n"

  private func dataset() throws -> Dir {
    let dir = try Dir()
    try dir.write("in/black.png", Pictures.flat(red: 0, green: 0, blue: 0, width: 10, height: 10))
    try dir.write("in/red.png", Pictures.flat(red: 255, green: 51, blue: 0, width: 30, height: 10))
    try dir.imgds("init", "set", "<b>&\"cat'", "dog")
    try dir.imgds("add", "set", "in/black.png", "--class", "dog")
    try dir.imgds("add", "set", "in/red.png", "--class", "<b>&\"cat'")
    return dir
  }

  private func numbers(_ list: JSON?) -> [Double] {
    (list?.elements ?? []).compactMap(\.double)
  }

  @Test func `tells the pooled mean and deviation of all pixels`() throws {
    let dir = try dataset()
    #expect(try dir.imgds("stats", "set", "--json").object["pixels"] == nil)
    try dir.shell("cp -r set tree && rm tree/.imgds.jsonl")
    for path in ["set", "tree"] as [ByteString] {
      let pixels = try #require(try dir.imgds("stats", path, "--pixels", "--json").object["pixels"])
      // A quarter of the pixels is black, the others are (1, 0.2, 0).
      for (told, expected) in zip(numbers(pixels["mean"]), [0.75, 0.15, 0]) {
        #expect(abs(told - expected) < 1e-8)
      }
      for (told, expected) in zip(numbers(pixels["std"]), [0.433_012_702, 0.086_602_540, 0]) {
        #expect(abs(told - expected) < 1e-8)
      }
      #expect(numbers(pixels["mean"]).count == 3 && numbers(pixels["std"]).count == 3)
    }
  }

  @Test func `tells the median of an even count everywhere as the mean of the middle two`() throws {
    let dir = try Dir()
    try dir.imgds("init", "set", "cat")
    for (width, height) in [(60, 7), (64, 8)] {
      try dir.write("a.png", Pictures.png(width, width: width, height: height))
      try dir.imgds("add", "set", "a.png", "--class", "cat")
    }
    let told = try dir.imgds("stats", "set", "--json")
    #expect(told.text.contains(#""width":{"min":60,"median":62,"max":64}"#))
    #expect(told.text.contains(#""height":{"min":7,"median":7.5,"max":8}"#))
    #expect(try dir.imgds("stats", "set").text.contains("7 to 8, median 7.5"))
    #expect(try dir.imgds("stats", "set", "--html", "-").text.contains("60 to 64, median 62<"))
  }

  @Test func `tells of no pixels as null if they were asked for`() throws {
    let dir = try Dir()
    try dir.imgds("init", "set", "cat")
    try dir.make("tree/cat")
    for path in ["set", "tree"] as [ByteString] {
      #expect(try dir.imgds("stats", path, "--pixels", "--json").object["pixels"] == .null)
      #expect(try dir.imgds("stats", path, "--json").object["pixels"] == nil)
    }
  }

  @Test func `says that pictures in no class folder do not count`() throws {
    let dir = try Dir()
    for seed in 1...3 { try dir.write(ByteString("in/\(seed).png"), Pictures.png(seed)) }
    let output = try dir.imgds("stats", "in", "--json")
    #expect(try output.object["images"] == 0)
    #expect(output.errors.hasPrefix("imgds: 3 pictures in no class folder"))
    try dir.write("in/cat/a.png", Pictures.png(4))
    #expect(try dir.imgds("stats", "in").errors.hasPrefix("imgds: 3 pictures in no class folder"))
    #expect(try dir.imgds("stats", ".").errors == "")
  }

  @Test func `calls a zip what its folder is called`() throws {
    let dir = try dataset()
    try dir.imgds("pack", "set", "-o", "v1.zip")
    #expect(try dir.imgds("stats", "v1.zip", "--json").object["name"] == "set")
    #expect(try dir.imgds("stats", "v1.zip").lines.first == "set")
    try dir.shell("cd set && zip -qr ../loose.zip *")
    #expect(try dir.imgds("stats", "loose.zip", "--json").object["name"] == "loose.zip")
  }

  @Test func `counts no pixels of another's private images, and tells of those it cannot read`()
    throws
  {
    let dir = try dataset()
    try dir.write("in/white.png", Pictures.flat(red: 255, green: 255, blue: 255))
    try dir.imgds("add", "set", "in/white.png", "--class", "dog", "--private")
    let other = try dir.command("stats", "set", "--pixels", "--json").variable("IMGDS_USER", "eve")
      .run()
    #expect(numbers(try other.object["pixels"]?["mean"]).first == 0.75)
    #expect(other.errors == "imgds: left out 1 private image\n")
    try dir.shell("rm set/dog/*.png")
    let output = try dir.imgds("stats", "set", "--pixels", "--json")
    #expect(numbers(try output.object["pixels"]?["mean"]).first == 1)
    #expect(
      output.errors.contains("cannot be read and do not count: No such file or directory"))
  }

  @Test func `what is no zip is exit 3 and says why`() throws {
    let dir = try dataset()
    try dir.imgds("pack", "set", "-o", "v1.zip")
    try dir.shell("head -c 400 v1.zip > cut.zip; tail -c 60 v1.zip > end.zip; touch empty.zip")
    for path in ["in/red.png", "cut.zip", "end.zip", "empty.zip"] as [ByteString] {
      let output = try dir.imgds("stats", path, status: 3)
      #expect(output.stdout.isEmpty)
      #expect(output.errors.hasPrefix("imgds: cannot use '" + path.displayed + "': "))
    }
  }

  @Test func `counts what a damaged zip still holds, and tells what is wrong`() throws {
    let dir = try dataset()
    try dir.imgds("pack", "set", "-o", "v1.zip")
    try dir.append("v1.zip", [1, 2, 3])
    let output = try dir.imgds("stats", "v1.zip", "--json")
    #expect(try output.object["images"] == 2)
    #expect(output.errors.hasPrefix("imgds: 'v1.zip': 3 bytes follow the end record"))
  }

  @Test(
    .enabled(if: isRoot && Places.program("setpriv") != nil, "left out: wants root and setpriv"))
  func `names what may not be read with the system's words`() throws {
    let dir = try dataset()
    try dir.write("tree/cat/a.png", Pictures.png(1))
    try dir.write("tree/cat/closed.png", Pictures.png(2))
    try dir.write("tree/cat/text.png", text: "text")
    try dir.write("tree/cat/within/b.png", Pictures.png(3))
    let output = try dir.shell(
      """
      chmod -R go+rX .. && chmod 0 tree/cat/closed.png tree/cat/within set/dog/* && \
      reader() { setpriv --reuid 65534 --regid 65534 --clear-groups "$IMGDS" stats "$@"; } && \
      reader tree --json && reader set --pixels --json
      """)
    #expect(try output.json.map { $0["images"] } == [1, 2])
    let closed = try #require(try dir.list("set/dog").first).displayed
    #expect(
      Set(output.errors.split(separator: "\n")) == [
        "imgds: 'cat/closed.png' cannot be read and does not count: Permission denied",
        "imgds: 'cat/within': it cannot be read: Permission denied",
        "imgds: 'cat/text.png' is no sound image and does not count",
        "imgds: the pixels of 'dog/\(closed)' cannot be read and do not count: Permission denied",
      ])
  }

  @Test func `writes a page that needs nothing else, names escaped`() throws {
    let dir = try dataset()
    #expect(try dir.imgds("stats", "set", "--html", "page.html").stdout.isEmpty)
    let page = try dir.read("page.html")
    #expect(try dir.imgds("stats", "set", "--html", "-").stdout == ByteString(page))
    let text = ByteString(page).displayed
    #expect(text.hasPrefix("<!DOCTYPE html>"))
    #expect(text.contains("&lt;b&gt;&amp;&quot;cat&#39;"))
    #expect(!text.contains("<b>") && !text.contains("src=") && !text.contains("http"))
    #expect(text.contains("background: #ff3300"))
  }

  @Test func `writes no page into a dataset or over what is no file`() throws {
    let dir = try dataset()
    for path in ["set/page.html", "set/dog/page.html", "in"] as [ByteString] {
      try dir.imgds("stats", "set", "--html", path, status: 2)
    }
    try dir.imgds("stats", "set", "--html", "no/page.html", status: 3)
    #expect(try dir.list("set") == [".imgds.jsonl", "<b>&\"cat'", "dog"])
  }
}
