import Testing

@testable import imgds

@Suite struct TextTests {
  private let plain = Style(isTerminal: false) { _ in nil }

  @Test func `columns stand by the width they are seen in`() {
    var table = TextTable([.init("class"), .init("images", .right), .init("")])
    table.add(["cat", "1,000", "##"])
    table.add(["日本", "7"])
    table.add([.init("e\u{301}t\u{e9}", .green), "12", "#"])
    #expect(
      table.lines(plain) == [
        "class  images", "cat     1,000  ##", "日本        7", "e\u{301}t\u{e9}        12  #",
      ])
  }

  @Test func `a table without headings has none`() {
    var table = TextTable([.init(""), .init("", .right)])
    table.add(["a", "1"])
    table.add(["long", "100"])
    #expect(table.lines(plain) == ["a       1", "long  100"])
    #expect(TextTable([.init("")]).lines(plain).isEmpty)
  }

  @Test func `paint does not shift columns`() {
    let style = Style(isTerminal: true) { _ in nil }
    var table = TextTable([.init(""), .init("")])
    table.add([.init("a", .red), "x"])
    table.add(["bb", "y"])
    #expect(table.lines(style) == ["\u{1b}[31ma\u{1b}[0m   x", "bb  y"])
  }

  @Test(
    arguments: [
      (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false),
      (true, ["NO_COLOR": ""], true), (true, ["TERM": "dumb"], false),
      (true, ["TERM": "xterm"], true),
    ] as [(Bool, [String: String], Bool)])
  func `colours are for terminals that want them`(
    _ isTerminal: Bool, _ environment: [String: String], _ isPainted: Bool
  ) {
    let style = Style(isTerminal: isTerminal) { environment[$0] }
    #expect(style.paint("x", .bold) == (isPainted ? "\u{1b}[1mx\u{1b}[0m" : "x"))
  }

  @Test(
    arguments: [
      ([:], false), (["LANG": "de_DE.UTF-8"], true), (["LANG": "C.utf8"], true),
      (["LANG": "en_GB.UTF-8", "LC_ALL": "C"], false), (["LC_ALL": "", "LANG": "C.UTF-8"], true),
      (["LANG": "de_DE.utf8@euro"], true),
    ] as [([String: String], Bool)])
  func `blocks are drawn where the locale has them`(
    _ environment: [String: String], _ speaks: Bool
  ) {
    #expect(Style.speaksUnicode { environment[$0] } == speaks)
  }

  @Test(
    arguments: [
      (0, ""), (1, "████"), (0.5, "██"), (0.53125, "██▏"), (0.001, "▏"), (-1, ""), (2, "████"),
      (.nan, ""),
    ] as [(Double, String)])
  func `a bar is drawn in eighths`(_ share: Double, _ bar: String) {
    #expect(HorizontalBar.text(share: share, width: 4, usesBlocks: true) == bar)
  }

  @Test func `a bar is drawn in hashes`() {
    #expect(HorizontalBar.text(share: 0.5, width: 4, usesBlocks: false) == "##")
    #expect(HorizontalBar.text(share: 0.01, width: 4, usesBlocks: false) == "#")
    #expect(HorizontalBar.text(share: 1, width: 0, usesBlocks: true) == "")
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_234, "-1,234"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `thousands are grouped`(_ number: Int, _ text: String) {
    #expect(Quantity.grouped(number) == text)
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (12_345_678, "12.3 MB"), (999_949, "999.9 kB"),
    (999_950, "1.0 MB"), (110_000_000, "110.0 MB"), (Int.max, "9.2 EB"),
  ])
  func `bytes have a unit`(_ number: Int, _ text: String) {
    #expect(Quantity.bytes(number) == text)
  }

  @Test func `counts, times and shares read well`() {
    #expect(Quantity.count(1, "image") == "1 image")
    #expect(Quantity.count(2_000, "image") == "2,000 images")
    #expect(Quantity.count(0, "class", plural: "classes") == "0 classes")
    #expect([7, 754, 3_723].map(Quantity.clock) == ["0:07", "12:34", "1:02:03"])
    #expect([0.04, 9.94, 9.96, 1_234.5].map(Quantity.rate) == ["0", "9.9", "10", "1,235"])
    #expect(Quantity.percent(0.415) == "41.5%")
  }
}
