import ByteText
import Testing

@testable import CommandGrammar

@Suite struct TableTests {
  @Test(arguments: CommandName.allCases)
  func `a command's entry stands under its own name`(_ name: CommandName) {
    #expect(Command(name).name == name)
  }

  @Test(arguments: CommandName.allCases)
  func `every option has a line of help that fits beside it`(_ name: CommandName) {
    let command = Command(name)
    #expect(isLine(command.summary))
    for option in command.everyOption {
      #expect(isLine(option.summary), "\(option.name)")
    }
  }

  @Test(arguments: CommandName.allCases)
  func `no option or letter occurs twice in a command`(_ name: CommandName) {
    let options = Command(name).everyOption
    #expect(Set(options.map(\.name)).count == options.count)
    let letters = options.compactMap(\.short)
    #expect(Set(letters).count == letters.count)
  }

  @Test(arguments: OptionName.allCases)
  func `an option takes the same in every command`(_ name: OptionName) {
    let rows = CommandName.allCases.flatMap { Command($0).everyOption }.filter { $0.name == name }
    #expect(!rows.isEmpty, "an option that no command has")
    #expect(Set(rows.map(\.short)).count == 1)
    #expect(Set(rows.map(\.value)).count == 1)
  }

  @Test(arguments: CommandName.allCases)
  func `examples parse`(_ name: CommandName) throws {
    let examples = Command(name).examples
    #expect(!examples.isEmpty)
    for example in examples {
      let commands = commands(in: example.line)
      #expect(!commands.isEmpty)
      for words in commands {
        guard case .run = try parse(words) else {
          Issue.record("runs nothing: \(example.line)")
          continue
        }
      }
    }
  }

  @Test(arguments: CommandName.allCases)
  func `exit statuses rise and are said once`(_ name: CommandName) {
    let codes = Command(name).exits.compactMap { Int($0.code) }
    #expect(codes == Set(codes).sorted())
    #expect(codes.contains(0) && codes.contains(2) && codes.contains(3))
  }

  @Test(arguments: CommandName.allCases)
  func `an operand that takes many comes last`(_ name: CommandName) {
    #expect(Command(name).operands.dropLast().allSatisfy { $0.count == .one })
  }

  @Test func `marks are closed`() {
    for page in ManualPages.pages {
      for text in page.texts {
        let plain = InlineText(text).spans.map(\.text).joined()
        #expect(!plain.contains("`") && !plain.contains("*"), "\(text)")
      }
    }
  }

  private func isLine(_ text: String) -> Bool {
    !text.isEmpty && !text.hasSuffix(".") && text.first?.isUppercase != true
      && !text.contains(where: { "\n`*".contains($0) })
      || text.hasPrefix("NAME_")
  }

  /// The words behind each `imgds` of a shell line, up to the next operator of the shell.
  private func commands(in line: String) -> [[ByteString]] {
    let operators = ["|", "&&", ">", ")"]
    let words = line.replacing("<(", with: "").replacing(")", with: " )").split(separator: " ")
    return words.indices.filter { words[$0] == "imgds" }.map { start in
      words[(start + 1)...].prefix { !operators.contains(String($0)) }
        .map { ByteString(String($0)) }
    }
  }
}

extension Page {
  fileprivate var texts: [String] {
    sections.flatMap(\.blocks).flatMap { block in
      switch block {
      case .paragraph(let text), .usage(let text): [text]
      case .definition(let term, let paragraphs): [term] + paragraphs
      case .example(let meaning, _): [meaning]
      }
    }
  }
}
