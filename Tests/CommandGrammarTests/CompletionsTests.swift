import Foundation
import Testing

@testable import CommandGrammar

@Suite struct CompletionsTests {
  @Test(arguments: Shell.allCases)
  func `the shell reads its script`(_ shell: Shell) throws {
    guard Program.isInstalled(shell.rawValue) else {
      print("left out: \(shell.rawValue) is not installed")
      return
    }
    let result = try Program.run([shell.rawValue, "-n"], input: shell.completions)
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test(arguments: Shell.allCases)
  func `a script names every command and option`(_ shell: Shell) {
    for command in CommandName.allCases {
      #expect(shell.completions.contains(command.rawValue))
    }
    for option in OptionName.allCases {
      #expect(shell.completions.contains(option.rawValue), "\(option)")
    }
  }

  @Test(
    arguments: [
      (["v"], ["verify"]),
      (["pack", "pets", "--inc"], ["--include-private"]),
      (["--v"], ["--version"]),
      (["completions", ""], ["bash", "zsh", "fish"]),
      (["help", "l"], ["label", "list", "log"]),
      (["pack", "p"], ["pets"]),
      (["verify", "p"], ["pets", "pets.zip"]),
      (["add", "pets", "--class", "c"], ["cat"]),
      (["add", "pets", "--class", "=", "d"], ["dog\\ house"]),
      (["add", "pets", "a", "--labels", "t"], ["table.csv"]),
      (["add", "pets", "--class", "cat", "t"], ["table.csv"]),
      (["add", "pets", "a", "--jobs", ""], []),
      (["verify", "pets", "--for", "t"], ["torchvision", "tfds", "timm"]),
      (["verify", "pets", "--for", "hf,t"], ["hf,torchvision", "hf,tfds", "hf,timm"]),
      (["verify", "pets", "--checks", "=", "no-odd"], ["no-odd-size", "no-odd-aspect"]),
    ] as [([String], [String])])
  func `bash offers what fits`(_ words: [String], _ expected: [String]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "imgds-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["pets/cat", "pets/dog house"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    for name in ["pets.zip", "table.csv"] { try Data().write(to: folder.appending(path: name)) }
    let line = (["imgds"] + words).map(Shell.quoted).joined(separator: " ")
    let script = """
      \(Shell.bash.completions)
      COMP_WORDS=(\(line)); COMP_CWORD=\(words.count)
      _imgds
      ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try Program.run(["bash", "--norc"], input: script, in: folder)
    #expect(result.output.split(separator: "\n").map(String.init).sorted() == expected.sorted())
    #expect(result.errors == "")
  }

  @Test(
    arguments: [
      ("imgds v", ["verify"]), ("imgds completions ", ["bash", "fish", "zsh"]),
      ("imgds pack pets --inc", ["--include-private"]),
      ("imgds add pets --class c", ["cat"]),
      ("imgds verify pets --for k", ["keras"]),
      ("imgds verify pets --for hf,f", ["hf,fiftyone"]),
      ("imgds verify pets --for=hf,f", ["--for=hf,fiftyone"]),
    ] as [(String, [String])])
  func `fish offers what fits`(_ line: String, _ expected: [String]) throws {
    guard Program.isInstalled("fish") else {
      print("left out: fish is not installed")
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "imgds-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "pets/cat"), withIntermediateDirectories: true)
    let script = "\(Shell.fish.completions)\ncomplete -C '\(line)'\n"
    let result = try Program.run(["fish", "--no-config"], input: script, in: folder)
    let words = result.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(words.map(String.init).sorted() == expected)
  }
}
