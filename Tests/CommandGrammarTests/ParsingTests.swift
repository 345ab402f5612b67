import ByteText
import CommandGrammar
import Testing

@Suite struct ParsingTests {
  @Test(arguments: [
    "add pets a b --class cat --dry-run", "add --class cat pets --dry-run a b",
    "--dry-run --class cat add pets a b", "add pets a --class=cat -n -- b",
  ])
  func `options stand anywhere`(_ line: String) throws {
    let invocation = try invocation(line)
    #expect(invocation.command == .add)
    #expect(invocation.operands == ["pets", "a", "b"])
    #expect(invocation.value(.class) == "cat")
    #expect(invocation.flag(.dryRun))
    #expect(!invocation.flag(.move))
  }

  @Test func `two hyphens end the options`() throws {
    let invocation = try invocation("add pets --class cat -- --move -- -")
    #expect(invocation.operands == ["pets", "--move", "--", "-"])
    #expect(!invocation.flag(.move))
  }

  @Test func `two hyphens may stand before the command`() throws {
    #expect(try invocation("-- stats pets").command == .stats)
  }

  @Test func `a lone hyphen is an operand and a value`() throws {
    #expect(try invocation("add pets - --class cat").operands == ["pets", "-"])
    #expect(try invocation("pack pets -o -").value(.output) == "-")
  }

  @Test(arguments: ["-qoa.zip", "-qo a.zip", "-q -oa.zip", "-o=a.zip -q", "--output=a.zip -q"])
  func `letters bundle`(_ options: String) throws {
    let invocation = try invocation("pack pets " + options)
    #expect(invocation.value(.output) == "a.zip")
    #expect(invocation.flag(.quiet))
  }

  @Test func `a value may be empty, begin with a hyphen and hold an equals sign`() throws {
    let invocation = try invocation("init pets --description= --author -o --url=a=b")
    #expect(invocation.value(.description) == "")
    #expect(invocation.value(.author) == "-o")
    #expect(invocation.value(.url) == "a=b")
  }

  @Test func `an option given twice counts as given last`() throws {
    let invocation = try invocation("add pets a --class cat --class dog")
    #expect(invocation.value(.class) == "dog")
    #expect(invocation.values(.class) == ["cat", "dog"])
  }

  @Test func `numbers are read`() throws {
    let invocation = try invocation("add pets a --class cat -j4 --max-pixels 100")
    #expect(invocation.number(.jobs) == 4)
    #expect(invocation.number(.maxPixels) == 100)
    #expect(try self.invocation("verify pets").number(.jobs) == nil)
  }

  @Test func `bytes that are no text pass unchanged`() throws {
    let name = ByteString([0x66, 0xFF, 0xFE])
    let line = try parse(["add", name, name, "--class=" + name])
    guard case .run(let invocation) = line else {
      Issue.record("not run")
      return
    }
    #expect(invocation.operands == [name, name])
    #expect(invocation.value(.class) == name)
  }

  @Test func `an empty operand is kept`() throws {
    #expect(try parse(["stats", ""]) == parse(["stats", "--", ""]))
  }

  @Test func `no argument is its own case`() throws {
    #expect(try parse([]) == .nothing)
  }

  @Test(
    arguments: [
      ("--help", nil, HelpLength.long), ("-h", nil, .short), ("help", nil, .long),
      ("add --help", .add, .long), ("--help add", .add, .long), ("add -h", .add, .short),
      ("help add", .add, .long), ("add pets -qh", .add, .short), ("help --help", nil, .long),
    ] as [(String, CommandName?, HelpLength)])
  func `help is found wherever it is asked for`(
    _ line: String, _ command: CommandName?, _ length: HelpLength
  ) throws {
    #expect(try parsed(line) == .help(command, length))
  }

  @Test(arguments: ["--version", "-V", "add --version", "--version add"])
  func `the version is told`(_ line: String) throws {
    #expect(try parsed(line) == .version)
  }

  private func invocation(_ line: String) throws -> Invocation {
    try CommandGrammarTests.invocation(line)
  }
}
