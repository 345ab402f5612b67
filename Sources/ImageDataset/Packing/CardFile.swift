internal import ByteText

/// `README.md`: the dataset card, whose YAML head makes Hugging Face load the unzipped tree right.
struct CardFile {
  static let name: ByteString = "README.md"

  let datasetName: ByteString
  let plan: PackPlan

  var text: [UInt8] {
    Array((head + body).utf8)
  }

  /// Without this block a class called `test` would be taken for a split.
  private var head: String {
    var lines = ["---", "pretty_name: \(Self.quoted(datasetName))"]
    if let license = plan.card.license { lines.append("license: \(Self.quoted(license))") }
    lines += [
      "task_categories:", "- image-classification", "configs:", "- config_name: default",
      "  drop_labels: false", "  data_files:", "  - split: train", "    path: \"**\"", "---", "",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private var body: String {
    var lines = ["# \(Self.plain(datasetName))", ""]
    if let description = plan.card.description { lines += [Self.plain(description), ""] }
    let bytes = plan.images.reduce(0) { $0 + $1.facts.bytes }
    lines += ["\(plan.images.count) images in \(plan.classes.count) classes, \(bytes) bytes.", ""]
    for (name, value) in [
      ("Author", plan.card.author), ("License", plan.card.license), ("Home", plan.card.url),
    ] {
      if let value { lines += ["\(name): \(Self.plain(value))", ""] }
    }
    lines += ["| index | class | images |", "|---:|:---|---:|"]
    let groups = plan.images[...].runs { $0.place.className == $1.place.className }
    for (index, group) in groups.enumerated() {
      let name = Self.plain(group[group.startIndex].place.className)
      lines.append("| \(index) | \(name) | \(group.count) |")
    }
    lines += [
      "",
      "The images lie in a folder a class. `metadata.jsonl` tells of each its label, size, mode,",
      "EXIF orientation and dominant colours; `classes.txt` the classes in index order;",
      "`sha256sum -c SHA256SUMS` checks every file.", "",
    ]
    return lines.joined(separator: "\n")
  }

  /// A YAML double-quoted scalar (YAML 1.2, section 7.3.1), which JSON strings are too.
  private static func quoted(_ text: ByteString) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Text that cannot end a line, a table cell or begin mark-up.
  private static func plain(_ text: ByteString) -> String {
    text.displayed.map { character in
      switch character {
      case "\n", "\r", "\r\n": " "
      case "|", "<", "\\", "`", "*", "_", "[", "#": "\\\(character)"
      default: String(character)
      }
    }.joined()
  }
}
