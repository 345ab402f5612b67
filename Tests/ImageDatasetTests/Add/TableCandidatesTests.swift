import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct TableCandidatesTests {
  private let dir: Dir

  init() throws { dir = try Dir() }

  /// What becomes of every input below `in`: source below it, and class or code.
  private func outcomes(
    _ files: [ByteString], _ rows: String..., operands: [ByteString] = ["in"]
  ) throws -> [String] {
    for file in files { try dir.write(ByteString("in/").appending(file), text: "x") }
    let table = try dir.table(ByteString("file_name,label\n" + rows.joined(separator: "\n")))
    var paths = operands.map { dir.path($0) }[...]
    let candidates = try TableCandidates({ paths.popFirst() }, table)
    var outcomes: [String] = []
    while let candidate = candidates.next() {
      let source = candidate.source.displayed.replacing(dir.path("in/").displayed, with: "")
      let outcome =
        switch candidate.outcome {
        case .success(let name): name.displayed
        case .failure(let refusal): "\(refusal.code.rawValue) \(refusal.line ?? 0)"
        }
      outcomes.append("\(source) \(outcome)")
    }
    return outcomes
  }

  @Test func `finds pictures by path, trailing part and stem`() throws {
    #expect(
      try outcomes(
        ["a/b.jpg", "c/d/e.png", "f/g.jpg", "h.png"], "a/b.jpg,cat", "d/e.png,dog", "g,eel",
        "./h,fox")
        == ["a/b.jpg cat", "c/d/e.png dog", "f/g.jpg eel", "h.png fox"])
  }

  @Test func `a picture that is met twice is one picture`() throws {
    let operands: [ByteString] = ["in", "in/", "in/a/../a", "in/a/b.jpg", "in"]
    let outcomes = try outcomes(
      ["a/b.jpg", "c/b.jpg"], "a/b.jpg,cat", "c/b,dog", operands: operands)
    #expect(outcomes.count == 8)
    #expect(outcomes.allSatisfy { $0.hasSuffix($0.contains("c/b") ? "dog" : "cat") })
    let other = try Self()
    #expect(
      try other.outcomes(["a/b.jpg", "c/b.jpg"], "b,cat", operands: ["in", "in"])
        == ["a/b.jpg", "c/b.jpg", "a/b.jpg", "c/b.jpg"].map { "\($0) ambiguous 2" })
  }

  @Test func `prefers the exact path to a part, and the whole name to the stem`() throws {
    #expect(
      try outcomes(["a.jpg", "x/a.jpg"], "a.jpg,cat", "x/a.jpg,dog")
        == ["a.jpg cat", "x/a.jpg dog"])
    let other = try Self()
    #expect(
      try other.outcomes(["a.jpg", "x/a.jpg"], "a.jpg,cat")
        == ["a.jpg cat", "x/a.jpg no-class 0"])
    let third = try Self()
    #expect(
      try third.outcomes(["a.jpg", "a.png"], "a,cat", "a.png,dog") == ["a.jpg cat", "a.png dog"])
  }

  @Test func `takes the longest trailing part, and calls a shorter one unique among all pictures`()
    throws
  {
    #expect(
      try outcomes(["x/y/a.jpg", "z/b.jpg"], "y/a.jpg,cat", "b.jpg,dog")
        == ["x/y/a.jpg cat", "z/b.jpg dog"])
    let other = try Self()
    #expect(
      try other.outcomes(["x/y/a.jpg", "z/a.jpg"], "y/a.jpg,cat", "a.jpg,dog")
        == ["x/y/a.jpg cat", "z/a.jpg ambiguous 3"])
  }

  @Test func `refuses a part that fits two pictures`() throws {
    #expect(
      try outcomes(["x/a.jpg", "y/a.jpg"], "a.jpg,cat")
        == ["x/a.jpg ambiguous 2", "y/a.jpg ambiguous 2"])
  }

  @Test func `refuses a stem that fits two pictures`() throws {
    #expect(
      try outcomes(["a.jpg", "a.png"], "a,cat") == ["a.jpg ambiguous 2", "a.png ambiguous 2"])
  }

  @Test func `takes no part of a name for a part of the path`() throws {
    #expect(try outcomes(["xa.jpg"], "a.jpg,cat") == ["xa.jpg no-class 0", "a.jpg not-found 2"])
  }

  @Test func `refuses a picture whose rows name different classes`() throws {
    #expect(try outcomes(["a.jpg"], "a.jpg,cat", "a.jpg,dog") == ["a.jpg ambiguous 2"])
    #expect(try outcomes([], "a.jpg,cat", "./a.jpg,cat") == ["a.jpg cat"])
  }

  @Test func `counts pictures without a row and rows without a picture`() throws {
    #expect(
      try outcomes(["a.jpg", "b.jpg"], "a.jpg,cat", "c.jpg,cat", ",dog")
        == ["a.jpg cat", "b.jpg no-class 0", "c.jpg not-found 3", " not-found 4"])
  }

  @Test func `refuses a class that has no name or a bad one, and says the line`() throws {
    #expect(
      try outcomes(["a.jpg", "b.jpg"], "a.jpg,", "b.jpg,../up")
        == ["a.jpg no-class 2", "b.jpg class-name 3"])
  }
}
