import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

/// The texts of an archive beside its images, as someone who unpacked it reads them.
struct PackTextTests {
  private let dir: Dir

  init() throws { dir = try Dir() }

  /// Packs a dataset of an image a class and unpacks it.
  private func unpacked(
    _ classes: [ByteString], name: ByteString = "pets", card: DatasetCard = DatasetCard()
  ) throws -> Dir {
    var options = InitialiseOptions(contributor: "ann")
    options.classes = classes
    options.card = card
    let dataset = try Dataset.initialise(dir.path(name), options).dataset
    for (number, name) in classes.enumerated() {
      try dataset.adding(Pictures.flat(red: 255, green: 0, blue: number), to: name)
    }
    let report = try dataset.pack(
      PackOptions(output: .file(dir.path("out.zip"))), progress: { _, _ in })
    #expect(report.faults.isEmpty)
    let script = "import sys, zipfile; zipfile.ZipFile('out.zip').extractall('x')"
    try dir.run("python3", "-c", ByteString(script))
    return dir
  }

  private func card(_ name: ByteString = "pets") throws -> [String] {
    let text = try dir.text(ByteString("x/") + name + "/README.md").displayed
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
  }

  @Test func `metadata tell of each image in the contract's order of keys`() throws {
    let dir = try unpacked(["cat"])
    let file = try #require(dir.list("x/pets/cat").first)
    let line = try JSON(
      parsing: try #require(dir.text("x/pets/metadata.jsonl").parts(ending: 0x0A).first))
    #expect(
      line.keys == [
        "file_name", "label", "id", "sha256", "width", "height", "orientation", "mode", "colours",
      ])
    #expect(line["file_name"]?.text == "cat/" + file)
    #expect(line["label"] == "cat")
    #expect(line["id"]?.text == ByteString(file.bytes.prefix(16)))
    #expect(line["width"] == 8)
    #expect(line["orientation"] == 1)
    #expect(line["mode"] == "rgb8")
    #expect(line["colours"] == "#ff0000")
  }

  @Test func `classes stand in index order, which is that of bytes`() throws {
    let dir = try unpacked(["猫", "é", "a", "Z", "a-b", "a b"])
    #expect(try dir.text("x/pets/classes.txt") == "Z\na\na b\na-b\né\n猫\n")
  }

  @Test func `the card tells Hugging Face of the split`() throws {
    _ = try unpacked(["cat", "test"])
    let text = try card().joined(separator: "\n")
    #expect(
      text.hasPrefix("---\npretty_name: \"pets\"\ntask_categories:\n- image-classification\n"))
    #expect(
      text.contains(
        "\n  drop_labels: false\n  data_files:\n  - split: train\n    path: \"**\"\n---\n"))
    #expect(text.contains("\n| 0 | cat | 1 |\n| 1 | test | 1 |\n"))
    #expect(text.contains("\n2 images in 2 classes, "))
    #expect(text.hasSuffix("\n"))
  }

  @Test(arguments: [
    "a: b\n---\n# x", "\"quoted\" \\ 'single'", "- item", "#comment", "", "null", "{}", "a\u{85}b",
    "\u{2028}\u{2029}", "\u{7F}\u{80}\u{9F}\u{FEFF}", "\u{0}\u{1B}", "größe 猫 🐈",
  ])
  func `the head of the card is sound whatever the licence`(text: String) throws {
    var fields = DatasetCard()
    fields.license = ByteString(text)
    _ = try unpacked(["cat"], card: fields)
    let lines = try card()
    #expect(lines.dropFirst().firstIndex(of: "---") == 11)
    let isPrinted = lines[..<11].joined().unicodeScalars.allSatisfy { scalar in
      (0x20..<0x7F).contains(scalar.value)
        || (scalar.value >= 0xA0 && ![0x2028, 0x2029, 0xFEFF].contains(scalar.value))
    }
    #expect(isPrinted)
    let line = try #require(lines.first { $0.hasPrefix("license: ") })
    #expect(try JSON(parsing: ByteString(String(line.dropFirst(9)))).text == ByteString(text))
  }

  @Test(arguments: [
    "a|b", "a|\u{301}b", "<b>", "`x`", "[x](y)", "*x*", "_x_", "~~x~~", "&lt;",
  ])
  func `the card's table holds any class`(name: String) throws {
    _ = try unpacked([ByteString(name)])
    let row = try #require(try card().first { $0.hasPrefix("| 0 | ") })
    var bars = 0
    var isEscaped = false
    for scalar in row.unicodeScalars {
      if isEscaped {
        isEscaped = false
        continue
      }
      isEscaped = scalar == "\\"
      bars += scalar == "|" ? 1 : 0
      #expect(!"<`[*_~&".unicodeScalars.contains(scalar))
    }
    #expect(bars == 4)
  }

  @Test(arguments: [
    ("# Big", "\\# Big"), ("- item", "\\- item"), ("> quote", "\\> quote"), ("1. one", "1\\. one"),
    ("12) twelve", "12\\) twelve"), ("---", "\\---"), ("=====", "\\====="), ("+ x", "\\+ x"),
    ("    code", "code"), ("\tcode", "code"), ("1.5 million", "1\\.5 million"),
    ("a\n\n# b", "a  \\# b"),
    ("plain - text.", "plain - text."),
  ])
  func `a description is a paragraph, never a block of its own`(text: String, line: String) throws {
    var fields = DatasetCard()
    fields.description = ByteString(text)
    _ = try unpacked(["cat"], card: fields)
    let lines = try card()
    let title = try #require(lines.firstIndex(of: "# pets"))
    #expect(lines[title + 2] == line)
  }
}
