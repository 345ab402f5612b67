import Testing

/// Every rule must be able to fail, and must know what is innocent.
struct RuleTests {
  private func broken(_ rule: PatternRule, _ text: String, at path: String) throws -> [Int] {
    try rule.violations(in: SourceFile(path: path, text: text)).map(\.line)
  }

  @Test(
    arguments: [
      (.foundation, "import Foundation"), (.foundation, "internal import FoundationEssentials"),
      (.system, "import Glibc"), (.system, "internal import Musl"), (.printing, "  print(\"x\")"),
      (.printing, "debugPrint(x)"), (.ending, "exit(1)"), (.ending, "  abort()"),
      (.access, "public func f() {}"), (.access, "public(set) var x = 1"),
      (.access, "open class A {}"), (.unsafe, "let x = unsafe f()"),
      (.unsafe, "nonisolated(unsafe) var x = 1"), (.crashing, "fatalError()"),
      (.crashing, "try! f()"), (.crashing, "x as! Y"), (.crashing, "let y = x!.count"),
      (.crashing, "f(x!)"), (.crashing, "var x: Int!"), (.crashing, "f()!"), (.crashing, "a[0]!"),
      (.unfinished, "// TODO: later"), (.unfinished, "/// FIXME"),
      (.namesOfFiles, "func f(path: String)"), (.namesOfFiles, "let file: String?"),
      (.namesOfFiles, "var ids: [String]"), (.namesOfFiles, "let `class`: String"),
      (.namesOfFiles, "classes: Set<String>"), (.namesOfFiles, "_ source: inout String"),
      (.namesOfFiles, "var folder : Substring"), (.namesOfAnything, "let name: String"),
      (.namesOfAnything, "names: [String]"),
    ] as [(PatternRule, String)])
  func `a rule finds what breaks it and names the line`(rule: PatternRule, bad: String) throws {
    let text = "struct A {}\n\n" + bad + "\n"
    #expect(try broken(rule, text, at: "Sources/ImageDataset/A.swift") == [3])
  }

  @Test(
    arguments: [
      (.foundation, "// import Foundation"), (.printing, "blueprint(x)"),
      (.printing, "let s = \"print(x)\""), (.ending, "onExit()"), (.access, "case .public: 1"),
      (.access, "let visibility = Visibility.public"), (.access, "// public func"),
      (.unsafe, "let s = \"unsafe-name\""), (.unsafe, "case unsafeName"),
      (.crashing, "if x != y { }"), (.crashing, "if !x { }"), (.crashing, "f(!x)"),
      (.crashing, "let s = \"wow!\""), (.crashing, "try? f()"), (.unfinished, "let todo = 1"),
      (.namesOfFiles, "let path: ByteString"), (.namesOfFiles, "let filed: String"),
      (.namesOfFiles, "path: StringProtocol"), (.namesOfAnything, "let name: ByteString"),
    ] as [(PatternRule, String)])
  func `a rule lets the innocent pass`(rule: PatternRule, good: String) throws {
    #expect(try broken(rule, good, at: "Sources/ImageDataset/A.swift") == [])
  }

  @Test(
    arguments: [
      (.system, "import Glibc", "Sources/System/Descriptor.swift"),
      (.system, "import Glibc", "Sources/imgds/Output/Console.swift"),
      (.printing, "print(x)", "Sources/imgds/Output/Console.swift"),
      (.ending, "exit(0)", "Sources/imgds/Main.swift"),
      (.namesOfFiles, "path: String", "Sources/imgds/Output/Table.swift"),
      (.namesOfAnything, "name: String", "Sources/ImageCodec/ImageFormat.swift"),
    ] as [(PatternRule, String, String)])
  func `an exception holds where it is named`(rule: PatternRule, text: String, path: String) throws
  {
    #expect(try broken(rule, text, at: path) == [])
    #expect(try broken(rule, text, at: "Sources/ImageDataset/A.swift") == [1])
  }

  @Test(arguments: [
    ("ImageCodec", "package import ImageDataset"), ("CommandGrammar", "import ImageDataset"),
    ("System", "internal import ImageCodec"), ("ImageAnalysis", "import CImageCodecs"),
    ("imgds", "import ArchiveFormats"), ("ByteText", "@testable import System"),
    ("ArchiveFormats", "import struct ImageCodec.ImageHeader"), ("Attic", "let x = 1"),
  ])
  func `an import against the plan is found`(room: String, text: String) throws {
    let file = SourceFile(path: "Sources/\(room)/A.swift", text: text)
    #expect(try Imports.violations(inSwift: file).count == 1)
  }

  @Test func `an import by the plan passes`() throws {
    let text = "package import ImageCodec\nimport ByteText\ninternal import Synchronization\n"
    let file = SourceFile(path: "Sources/ImageAnalysis/A.swift", text: text)
    #expect(try Imports.violations(inSwift: file) == [])
  }

  @Test func `a c room that reaches for the system is found`() throws {
    let text =
      "#include \"CDigest.h\"\n#include <stdint.h>\n# include <unistd.h>\n#include <png.h>\n"
    let file = SourceFile(path: "Sources/CDigest/a.c", text: text)
    #expect(try Imports.violations(inC: file).map(\.line) == [3, 4])
  }

  @Test func `long files are found, alone and together`() {
    func file(_ lines: Int, _ path: String = "Sources/System/A.swift") -> SourceFile {
      SourceFile(path: path, text: String(repeating: "\n", count: lines))
    }
    #expect(Sizes.violations(in: [file(10), file(401), file(10)]).map(\.line) == [401])
    #expect(Sizes.violations(in: [file(400), file(10), file(10)]) == [])
    #expect(Sizes.violations(in: [file(101), file(101), file(101)]).count == 1)
    #expect(Sizes.violations(in: [file(10)] + (0..<9).map { _ in file(251) }).count == 2)
    #expect(Sizes.commandViolations(in: [file(121, "Sources/imgds/Commands/Add.swift")]).count == 1)
    #expect(Sizes.commandViolations(in: [file(120, "Sources/imgds/Commands/Add.swift")]) == [])
  }

  @Test func `a symbol of another name is found`() {
    let listing = "0000 T imgds_crc32\n0010 T crc32\n     U memcpy\n0020 R imgds_table\n"
    #expect(Symbols.strangers(in: listing) == ["crc32"])
  }
}
