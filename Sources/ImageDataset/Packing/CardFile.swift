internal import ByteText

/// `README.md`: the dataset card, whose YAML head makes Hugging Face load the unzipped tree right.
struct CardFile {
  static let name: ByteString = "README.md"

  let datasetName: ByteString
  let plan: PackPlan
  /// Those of the archive that the card is in.
  let images: ArraySlice<PackPlan.Image>

  var text: [UInt8] {
    Array((head + body).utf8)
  }

  private var parts: [SplitPart] {
    Set(images.folders.compactMap { $0[$0.startIndex].part }).sorted()
  }

  /// Without this block a class called `test` would be taken for a split.
  private var head: String {
    var lines = ["---", "pretty_name: \(Self.quoted(datasetName))"]
    if let license = plan.card.license { lines.append("license: \(Self.quoted(license))") }
    lines += [
      "task_categories:", "- image-classification", "configs:", "- config_name: default",
      "  drop_labels: false", "  data_files:",
    ]
    if parts.isEmpty { lines += ["  - split: train", "    path: \"**\""] }
    for part in parts {
      let name = part.name.displayed
      lines += ["  - split: \(name)", "    path: \"\(name)/**\""]
    }
    return (lines + ["---", "", ""]).joined(separator: "\n")
  }

  private var body: String {
    var lines = ["# \(Self.plain(datasetName))", ""]
    if let description = plan.card.description { lines += [Self.paragraph(description), ""] }
    let bytes = images.reduce(0) { $0 + $1.bytes }
    lines += ["\(images.count) images in \(plan.classes.count) classes, \(bytes) bytes.", ""]
    for (name, value) in [
      ("Author", plan.card.author), ("License", plan.card.license), ("Home", plan.card.url),
    ] {
      if let value { lines += ["\(name): \(Self.plain(value))", ""] }
    }
    lines += table
    let folders = parts.isEmpty ? "a folder a class" : "a folder a class below each split"
    lines += [
      "",
      "The images lie in \(folders). `metadata.jsonl` tells of each its label, size, mode,",
      "EXIF orientation and dominant colours; `classes.txt` the classes in index order;",
      "`sha256sum -c SHA256SUMS` checks every file.", "",
    ]
    return lines.joined(separator: "\n")
  }

  /// The number of images of each class, by part where there are parts.
  private var table: [String] {
    let columns: [SplitPart?] = parts.isEmpty ? [nil] : parts
    var counts: [ByteString: [SplitPart?: Int]] = [:]
    for folder in images.folders {
      let first = folder[folder.startIndex]
      counts[first.place.className, default: [:]][first.part, default: 0] += folder.count
    }
    let names = columns.map { $0?.name.displayed ?? "images" }.joined(separator: " | ")
    let rules = columns.map { _ in "---:" }.joined(separator: "|")
    return ["| index | class | \(names) |", "|---:|:---|\(rules)|"]
      + plan.classes.enumerated().map { index, name in
        let numbers = columns.map { String(counts[name]?[$0] ?? 0) }.joined(separator: " | ")
        return "| \(index) | \(Self.plain(name)) | \(numbers) |"
      }
  }

  /// A YAML double-quoted scalar (YAML 1.2, section 7.3.1), which JSON strings are too, save for
  /// what YAML takes for line ends or does not print (section 5.1).
  private static func quoted(_ text: ByteString) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self).unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        "\\u" + Hexadecimal.encode(UInt16(scalar.value)).displayed
      default: String(scalar)
      }
    }.joined()
  }

  /// Text that cannot end a line or a table cell, nor begin mark-up within it.
  private static func plain(_ text: ByteString) -> String {
    var plain = ""
    for scalar in text.displayed.unicodeScalars {
      switch scalar {
      case "\n", "\r": plain += " "
      case "|", "<", "\\", "`", "*", "_", "[", "#", "&", "~": plain += "\\\(scalar)"
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// Plain text that cannot begin a block either: a list, a quotation, a rule, code.
  private static func paragraph(_ text: ByteString) -> String {
    let line = plain(text).unicodeScalars.drop { $0 == " " || $0 == "\t" }
    let digits = line.prefix { ("0"..."9").contains($0) }
    let rest = line.dropFirst(digits.count)
    let marks: [Unicode.Scalar] = digits.isEmpty ? ["-", "+", ">", "="] : [".", ")"]
    guard let mark = rest.first, marks.contains(mark) else { return String(line) }
    return "\(String(digits))\\\(String(rest))"
  }
}
