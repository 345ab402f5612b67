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

  @Test func `short help gives an option a line`() {
    #expect(
      Help.text(on: .pack, .short) == """
        imgds pack: write NAME_dataset.zip

        Usage: imgds pack DATASET [OPTION...]

        Options:
          -o, --output FILE      write FILE, or '-' for standard output
              --include-private  pack private images too
          -j, --jobs N           work on N images at once
              --json             print JSON, one object a line
          -q, --quiet            show no progress and no summary
          -h, --help             show help (-h: a line an option)
          -V, --version          show the version

        'imgds pack --help' says more.

        """)
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
