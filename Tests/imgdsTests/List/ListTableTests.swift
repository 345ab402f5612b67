import ByteText
import TestKit
import Testing

@testable import ImageDataset
@testable import imgds

/// What the table on a terminal prints, given back as terms.
struct ListTableTests {
  private static let names: [ByteString] = [
    "rlm\u{200F}", "gpj.\u{202E}txt", "\u{FEFF}it's \"a\"", "line\u{2028}end", #"rlm\u{200f}"#,
    #"\\u{200f}"#, "back\\slash, comma", "plain", "a'\u{301} \"\u{301}", "\\\u{301}", "größe 猫",
    "!no", "-x",
  ]

  private func term(_ name: ByteString, isEscaped: Bool) -> ByteString {
    let tag = SearchTag(key: .class, value: name, images: 1)
    let lines = ListTable(isEscaped: isEscaped)
      .lines(of: [tag], Style(isTerminal: false, environment: { _ in nil }))
    return ByteString(String(lines[1].dropLast(1)).trimmed)
  }

  @Test func `its words find just what they stand beside`() throws {
    let dir = try Dir()
    try dir.command(["init", "set", "--"] + Self.names).run()
    for (seed, name) in Self.names.enumerated() {
      try dir.write("a.png", Pictures.png(seed + 1))
      try dir.imgds("add", "set", "a.png", "--class", name)
    }
    for name in Self.names {
      for isEscaped in [true, false] {
        let term = term(name, isEscaped: isEscaped)
        let steers = term.displayed.unicodeScalars.contains(where: \.steersDisplay)
        #expect(!isEscaped || !steers)
        let found = try dir.shell("$IMGDS list set --json " + term).json("image")
        #expect(found.map { $0["class"]?.text } == [name], "\(term.displayed)")
      }
    }
  }

  @Test func `tags in a file are exact`() throws {
    let dir = try Dir()
    try dir.imgds("init", "set", "rlm\u{200F}")
    try dir.write("a.png", Pictures.png(1))
    try dir.imgds("add", "set", "a.png", "--class", "rlm\u{200F}")
    #expect(try dir.imgds("list", "set", "--tags").text.contains("class:rlm\u{200F} "))
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
