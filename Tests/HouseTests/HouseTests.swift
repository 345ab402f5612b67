import ByteText
import TestKit
import Testing

/// The doors of the house, held shut.
struct HouseTests {
  @Test func `there is something to read`() throws {
    #expect(try Package.swiftSources().count > 8)
  }

  @Test(arguments: PatternRule.all)
  func `no line of the sources breaks a rule`(rule: PatternRule) throws {
    let violations = try Package.swiftSources().flatMap { try rule.violations(in: $0) }
    #expect(violations == [])
  }

  @Test func `rooms import only the rooms below them`() throws {
    let violations = try Package.swiftSources().flatMap { try Imports.violations(inSwift: $0) }
    #expect(violations == [])
  }

  @Test func `c rooms include only what they are for`() throws {
    let files = try Package.files(below: "Sources", endings: ["c", "h"])
    #expect(try files.flatMap { try Imports.violations(inC: $0) } == [])
    #expect(Set(files.map(\.room)) == Set(Imports.headers.keys))
  }

  @Test func `every named file that may break a rule still stands`() throws {
    let paths = try Package.swiftSources().map(\.path)
    for exception in PatternRule.unsafeFiles + PatternRule.endingFiles {
      #expect(paths.contains { $0.hasPrefix(exception) }, "\(exception)")
    }
  }

  @Test func `files are short`() throws {
    #expect(try Sizes.violations(in: Package.swiftSources()) == [])
    #expect(try Sizes.commandViolations(in: Package.swiftSources()) == [])
  }

  @Test func `files of tests and of c are no longer than others`() throws {
    let tests = try Package.files(below: "Tests", endings: ["swift"])
    let c = try Package.files(below: "Sources", endings: ["c", "h"])
    #expect((tests + c).filter { $0.lineCount > 400 }.map(\.path) == [])
  }

  @Test func `the top level holds what belongs there`() throws {
    let allowed: Set<ByteString> = [
      "CHANGELOG.md", "Examples", "LICENSE", "Package.swift", "README.md", "Sources", "Tests",
      "man",
    ]
    #expect(try Package.topLevel().filter { !$0.isHidden }.subtracting(allowed) == [])
  }

  @Test func `fixtures and example pictures stay small`() throws {
    #expect(try Package.size(below: "Tests/Fixtures") < 2_000_000)
    #expect(try Package.size(below: "Examples/pictures") <= 500_000)
  }

  @Test(
    .enabled(if: Places.program("nm") != nil, "left out: no nm on PATH"),
    arguments: ["CArithmetic", "CDigest", "CImageCodecs"] as [ByteString])
  func `every symbol that c exports begins with imgds`(room: ByteString) throws {
    let objects = try Symbols.objects(of: room)
    try #require(!objects.isEmpty)
    for object in objects {
      let listing = try Dir().run("nm", "-g", "--defined-only", object)
      #expect(Symbols.strangers(in: listing.text) == [], "\(object.displayed)")
    }
  }
}
