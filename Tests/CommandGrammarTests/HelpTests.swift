import CommandGrammar
import Testing

@Suite struct HelpTests {
  private static let commands = [nil] + CommandName.allCases.map { Optional($0) }

  @Test(arguments: commands, [HelpLength.short, .long])
  func `help fits into 80 columns of ascii`(_ command: CommandName?, _ length: HelpLength) {
    let text = Help.text(on: command, length)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    for line in text.split(separator: "\n") where line.utf8.count > 80 {
      Issue.record("too long: \(line)")
    }
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    #expect(!text.contains("`"))
  }

  @Test func `short help gives an option a line`() throws {
    let text = Help.text(on: .pack, .short)
    #expect(
      text.hasPrefix(
        "imgds pack: write NAME_dataset.zip\n\nUsage: imgds pack DATASET [OPTION...]\n"))
    #expect(text.hasSuffix("\n\n'imgds pack --help' says more.\n"))
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("  ") }
    let output = try #require(lines.first { $0.contains("--output") })
    let column = try #require(output.firstRange(of: "write FILE")).lowerBound
    let indent = output.distance(from: output.startIndex, to: column)
    #expect(output.hasPrefix("  -o, --output FILE  "))
    #expect(lines.contains("  -h, --help".padding(to: indent) + "show help (-h: a line an option)"))
    #expect(lines.contains("      --plain".padding(to: indent) + "pack the images alone"))
  }

  @Test func `long help has every section of the page`() {
    let text = Help.text(on: .add, .long)
    for title in ["SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "SEE ALSO"] {
      #expect(text.contains("\n\n\(title)\n    "), "\(title)")
    }
    #expect(text.contains("    imgds add DATASET PATH... [OPTION...]\n"))
  }

  @Test func `help on the whole lists every command`() {
    for command in CommandName.allCases {
      #expect(Help.text(on: nil, .short).contains("\n  \(command.rawValue) "))
      #expect(Help.text(on: nil, .long).contains("\n    imgds \(command.rawValue) "))
    }
  }
}

extension String {
  fileprivate func padding(to count: Int) -> String {
    self + String(repeating: " ", count: count - self.count)
  }
}
