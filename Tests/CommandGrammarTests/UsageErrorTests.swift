import ByteText
import CommandGrammar
import Testing

@Suite struct UsageErrorTests {
  @Test(arguments: [
    ("ad pets", "unknown command 'ad', did you mean 'add'"),
    ("frobnicate", "unknown command 'frobnicate'; see 'imgds --help'"),
    ("--json", "missing command; see 'imgds --help'"),
    ("add pets a --clas cat", "unknown option '--clas', did you mean '--class'"),
    ("add pets a --clas=cat", "unknown option '--clas', did you mean '--class'"),
    ("--jsno stats pets", "unknown option '--jsno', did you mean '--json'"),
    ("stats pets --xyzzy", "unknown option '--xyzzy'; see 'imgds stats --help'"),
    ("stats pets -z", "unknown option '-z'; see 'imgds stats --help'"),
    ("add pets a -class cat", "unknown option '-c', did you mean '--class'"),
    ("list pets --move", "unknown option '--move' for 'list' (it belongs to 'add')"),
    ("add pets a --class", "'--class' needs a value, CLASS; see 'imgds add --help'"),
    (
      "add pets a --class --create",
      "'--class' needs a value (write '--class=--create' if that is meant)"
    ),
    ("add pets a --move=yes --class c", "'--move' takes no value; see 'imgds add --help'"),
    (
      "verify pets --jobs 0",
      "'--jobs' takes a whole number from 1 to 1024, not '0'; see 'imgds verify --help'"
    ),
    (
      "verify pets --max-pixels=-1",
      "'--max-pixels' takes a whole number from 1, not '-1'; see 'imgds verify --help'"
    ),
    (
      "verify pets --max-pixels 99999999999999999999",
      "'--max-pixels' takes a whole number from 1, not '99999999999999999999'"
        + "; see 'imgds verify --help'"
    ),
    ("stats", "missing PATH; see 'imgds stats --help'"),
    ("add pets --class cat", "missing PATH; see 'imgds add --help'"),
    ("stats pets more", "unexpected operand 'more'; see 'imgds stats --help'"),
    ("help add list", "unexpected operand 'list'; see 'imgds --help'"),
    ("help ad", "unknown command 'ad', did you mean 'add'"),
    (
      "completions bsh",
      "SHELL is one of bash, zsh, fish, not 'bsh', did you mean 'bash'"
        + "; see 'imgds completions --help'"
    ),
  ])
  func `the fault and the way out are named`(_ line: String, _ message: String) {
    #expect(refusal(line) == message)
  }

  @Test(arguments: [
    ("add pets a", "give '--class', '--by-folder', '--labels' or '--suggest'"),
    (
      "add pets a --class cat --by-folder",
      "give only one of '--class' and '--by-folder'"
    ),
    ("add pets a --class cat -0", "'--null' is for words on standard input, give '-' too"),
    (
      "label pets 3fa4",
      "give '--class', '--from', '--also', '--drop', '--describe', '--public' or '--private'"
    ),
    ("label pets --class cat", "missing ID"),
    ("label pets --where class:cat --from a.csv", "give only one of '--from' and '--where'"),
    ("label pets 3fa4 --public --private", "'--public' and '--private' exclude each other"),
    (
      "label pets 3fa4 --where class:cat --also x",
      "'--where' takes the place of IDs, give only one of both"
    ),
    ("label pets 3fa4 --from a.csv", "'--from' takes the place of IDs, give only one of both"),
    ("list pets --json -0", "'--json' and '--null' exclude each other"),
    ("verify pets --quick --max-pixels 9", "'--quick' and '--max-pixels' exclude each other"),
  ])
  func `words that do not go together are refused`(_ line: String, _ message: String) {
    let command = line.prefix { $0 != " " }
    #expect(refusal(line) == "\(message); see 'imgds \(command) --help'")
  }

  @Test(arguments: ["--by-f", "--vers", "--max"])
  func `long names are never abbreviated`(_ option: String) {
    #expect(refusal("add pets a \(option)")?.hasPrefix("unknown option '\(option)'") == true)
  }

  @Test func `an unknown letter that is no ascii is shown with its word`() {
    #expect(
      refusal("stats pets -\u{e9}") == "unknown option '-\u{e9}'; see 'imgds stats --help'")
  }

  @Test func `a command adds faults of its own`() throws {
    let error = try invocation("stats pets").usageError("'pets' is odd")
    #expect(error.message == "'pets' is odd; see 'imgds stats --help'")
  }
}
