import ByteText
import TestKit
import Testing

/// `list` as users see it.
struct ListTests {
  /// A dataset `set` of four pictures: a large red one and a private navy one by ann, a small white one
  /// and a red one of a class with a difficult name by bob.
  private func pictures() throws -> Dir {
    let dir = try Dir()
    try dir.write("in/red.png", Pictures.flat(red: 255, green: 0, blue: 0, width: 30, height: 20))
    try dir.write("in/navy.png", Pictures.flat(red: 0, green: 0, blue: 128))
    try dir.write("in/white.png", Pictures.flat(red: 255, green: 255, blue: 255, width: 9))
    try dir.write("in/rose.png", Pictures.flat(red: 250, green: 0, blue: 0, width: 12))
    try dir.imgds("init", "set", "cat", "dog", "it's \"a\", b")
    try add("red.png", "cat", by: "ann", in: dir)
    try add("navy.png", "dog", by: "ann", "--private", in: dir)
    try add("white.png", "dog", by: "bob", in: dir)
    try add("rose.png", "it's \"a\", b", by: "bob", in: dir)
    return dir
  }

  private func add(
    _ name: ByteString, _ className: ByteString, by user: ByteString, _ option: ByteString? = nil,
    in dir: Dir
  ) throws {
    var arguments: [ByteString] = ["add", "set", "in/" + name, "--class", className]
    if let option { arguments.append(option) }
    try dir.command(arguments).variable("IMGDS_USER", user).run()
  }

  /// The base names of the sources of what is found.
  private func found(
    _ arguments: [ByteString], by user: ByteString = "ann", in dir: Dir
  ) throws -> [String] {
    let command = dir.command(["list", "set", "--json"] + arguments).variable("IMGDS_USER", user)
    return try command.run().json("image").map {
      ($0["source"]?.text ?? "").lastComponent.stem.displayed
    }
  }

  @Test(
    arguments: [
      (["red"], ["red", "rose"]), (["RED", "class:cat"], ["red"]), (["colour:blue"], ["navy"]),
      (["navy,white"], ["navy", "white"]), (["by:bob", "colour:red"], ["rose"]),
      (["bob"], ["white", "rose"]),
      (["width>=12", "height<=8"], ["rose"]), (["is:private"], ["navy"]), (["d", "og"], []),
      ([#"class:it's \"a\"\, b"#], ["rose"]), ([#""class:it's \"a\", b",navy"#], ["navy", "rose"]),
      (["source:in"], ["red", "navy", "white", "rose"]), (["added<2026-01-01"], []),
      (["--sort", "width"], ["navy", "white", "rose", "red"]),
      (["--sort=width", "--reverse", "--limit", "2"], ["red", "rose"]),
      (["--sort", "source"], ["navy", "red", "rose", "white"]), (["--limit=1"], ["red"]),
      (["--reverse"], ["rose", "white", "navy", "red"]), (["--limit", "0"], []),
      (["colour:#fe0101"], ["red", "rose"]), (["size:30x20"], ["red"]),
    ] as [([ByteString], [String])])
  func `finds by terms, in the order asked for`(arguments: [ByteString], sources: [String]) throws {
    #expect(try found(arguments, in: pictures()) == sources)
  }

  @Test func `leaves out another's private images, found or not, and says how many`() throws {
    let dir = try pictures()
    #expect(try found([], by: "bob", in: dir) == ["red", "white", "rose"])
    #expect(try found(["is:private"], by: "bob", in: dir) == [])
    for arguments in [[], ["cat"], ["--tags"], ["--sort", "id"]] as [[ByteString]] {
      let output = try dir.command(["list", "set"] + arguments).variable("IMGDS_USER", "bob").run()
      #expect(output.errors == "imgds: left out 1 private image\n")
    }
  }

  @Test func `lists the nearest first, of an id or a file`() throws {
    let dir = try Dir()
    try dir.write("in/a.png", Pictures.png(1, width: 40, height: 40))
    try dir.write("in/b.png", Pictures.png(2, width: 40, height: 40))
    try dir.write("in/c.png", Pictures.png(3, width: 40, height: 40))
    try dir.imgds("init", "set", "cat")
    let added = try dir.imgds("add", "set", "in", "--class", "cat", "--json").json("added")
    for (name, image) in zip(["a", "b", "c"], added) {
      let id = try #require(image["id"]?.text)
      for reference in [id, ByteString(id.bytes.prefix(8)), ByteString("in/\(name).png")]
        as [ByteString]
      {
        let images = try dir.imgds("list", "set", "--json", "--like", reference).json("image")
        #expect(images.count == 3)
        #expect(images[0]["id"]?.text == id)
        #expect(images[0]["distance"]?.int == 0)
        let distances = images.compactMap { $0["distance"]?.int }
        #expect(distances == distances.sorted())
      }
    }
  }

  @Test func `says what it cannot compare with`() throws {
    let dir = try pictures()
    try dir.write("text", Pictures.text)
    for (argument, words) in [
      ("0000000000000000", "no such image"), ("text", "cannot compare"),
    ] as [(ByteString, String)] {
      let output = try dir.imgds("list", "set", "--like", argument, status: 2)
      #expect(output.errors.contains(words))
      #expect(output.stdout.isEmpty)
    }
    for path in ["no.png", "set/cat/0000000000000000.png", "set/cat"] as [ByteString] {
      let output = try dir.imgds("list", "set", "--like", path, status: 3)
      #expect(output.errors.contains("'\(path.displayed)': "))
      #expect(
        output.errors.hasSuffix(path == "set/cat" ? "directory\n" : "No such file or directory\n"))
    }
  }

  @Test func `a number larger than any image has is no mistake`() throws {
    let dir = try pictures()
    let all = try dir.imgds("list", "set").lines.count
    let number = String(repeating: "9", count: 30)
    for (sign, count) in [(">=", 0), (">", 0), ("=", 0), ("<", all), ("<=", all)] {
      for measure in ["width", "bytes", "orientation"] {
        let term = ByteString("\(measure)\(sign)\(number)")
        #expect(try dir.imgds("list", "set", term).lines.count == count, "\(term.displayed)")
      }
    }
    #expect(try dir.imgds("list", "set", "width<=9223372036854775807").lines.count == all)
  }

  @Test func `tells tags that find just as many images as they say`() throws {
    let dir = try pictures()
    let tags = try dir.imgds("list", "set", "--tags", "--json").json("tag")
    #expect(tags.contains { $0["key"] == "colour" && $0["value"] == "blue" } == false)
    let own = try dir.command("list", "set", "--tags", "--json").variable("IMGDS_USER", "ann").run()
    let words = try own.json("tag").map {
      "\($0["key"]?.text?.displayed ?? ""):\($0["value"]?.text?.displayed ?? "") \($0["images"]?.int ?? 0)"
    }
    #expect(
      words == [
        "colour:red 2", "colour:blue 1", "colour:navy 1", "colour:white 1", "class:dog 2",
        "class:cat 1", "class:it's \"a\", b 1", "by:ann 2", "by:bob 2",
      ])
    #expect(try own.summary["images"]?.int == 4)
  }

  @Test func `prints tags that a shell takes back as terms`() throws {
    let dir = try pictures()
    let lines = try dir.imgds("list", "set", "--tags").lines.dropFirst()
    #expect(lines.count == 7)
    for line in lines {
      let parts = line.displayed.split(separator: " ").map(String.init)
      let term = parts.dropLast().joined(separator: " ")
      let found = try dir.shell(ByteString("$IMGDS list set " + term)).lines
      #expect(found.count == Int(parts[parts.count - 1]), "\(term)")
    }
  }

  @Test func `points at the place where a term makes no sense`() throws {
    let dir = try pictures()
    let output = try dir.imgds("list", "set", "cat", "red,klass:cat", status: 2)
    #expect(
      output.errors
        == "imgds: cannot read a term: there is no key 'klass', did you mean 'class'\n"
        + "  red,klass:cat\n      ^\n")
    #expect(try dir.imgds("list", "set", "nothing").stdout.isEmpty)
  }

  @Test(arguments: [
    ["--tags", "--sort", "id"], ["--like", "x", "--sort", "id"], ["--sort", "size"],
  ])
  func `refuses options that make no sense together`(arguments: [String]) throws {
    let dir = try pictures()
    try dir.command(["list", "set"] + arguments.map { ByteString($0) }).run(status: 2)
  }

  @Test func `ends paths with nul in every order`() throws {
    let dir = try pictures()
    #expect(try dir.imgds("list", "set", "-0").records.count == 3)
    let sorted = try dir.imgds("list", "set", "-0", "--sort", "bytes").records
    #expect(Set(sorted) == Set(try dir.imgds("list", "set").lines))
  }
}
