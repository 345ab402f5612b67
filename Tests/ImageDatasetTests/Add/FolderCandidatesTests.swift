import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct FolderCandidatesTests {
  private let dir: Dir

  init() throws { dir = try Dir() }

  private func outcomes(_ names: [ByteString] = ["in"]) throws -> (inputs: [String], skipped: Int) {
    let paths = names.map { dir.path($0) }
    var rest = paths[...]
    let candidates = try FolderCandidates { rest.popFirst() }
    var outcomes: [String] = []
    while let candidate = try candidates.next() {
      let source = candidate.source.displayed.replacing(dir.path("").displayed, with: "")
      let outcome =
        switch candidate.outcome {
        case .success(let name): name.displayed
        case .failure(let refusal): refusal.code.rawValue
        }
      outcomes.append("\(source) \(outcome)")
    }
    return (outcomes, candidates.skipped)
  }

  private func write(_ names: ByteString...) throws {
    for name in names { try dir.write(name, text: "x") }
  }

  @Test func `takes deeper levels for the content of the class`() throws {
    try write("in/dog/a", "in/cat/x/y/b", "in/cat/a")
    #expect(try outcomes().inputs == ["in/cat/a cat", "in/cat/x/y/b cat", "in/dog/a dog"])
  }

  @Test func `refuses a file directly below, and a file as operand`() throws {
    try write("in/a", "in/cat/b")
    #expect(try outcomes().inputs == ["in/a no-class", "in/cat/b cat"])
    #expect(try outcomes(["in/a"]).inputs == ["in/a no-class"])
  }

  @Test func `refuses an operand that is not there and goes on`() throws {
    try write("in/cat/b")
    #expect(try outcomes(["none", "in"]).inputs == ["none unreadable", "in/cat/b cat"])
  }

  @Test func `skips and counts what is hidden, and links to folders`() throws {
    try write("in/.git/a", "in/.x", "in/cat/.b", "in/cat/c", "elsewhere/d")
    try dir.link("in/link", to: dir.path("elsewhere"))
    try dir.link("in/cat/link", to: dir.path("elsewhere"))
    let (inputs, skipped) = try outcomes()
    #expect(inputs == ["in/cat/c cat"])
    #expect(skipped == 5)
  }

  @Test func `follows links to files`() throws {
    try write("elsewhere/d")
    try dir.make("in/cat")
    try dir.link("in/cat/link", to: dir.path("elsewhere/d"))
    #expect(try outcomes().inputs == ["in/cat/link cat"])
  }

  @Test func `makes no class of an empty folder`() throws {
    try dir.make("in/empty/deep")
    #expect(try outcomes().inputs == [])
  }

  @Test func `refuses every file of a folder that can be no class`() throws {
    try dir.write("in/" + ByteString([0xFF]) + "/a", [1])
    try dir.write("in/b\nc/d", [1])
    let inputs = try outcomes().inputs
    #expect(inputs.count == 2)
    #expect(inputs.allSatisfy { $0.hasSuffix(" class-name") })
  }

  @Test func `refuses a named pipe in a class folder`() throws {
    try dir.make("in/cat")
    try dir.makePipe("in/cat/pipe")
    #expect(try outcomes().inputs == ["in/cat/pipe not-a-file"])
  }

  @Test func `takes folders of splits for a mistake, and says what to give`() throws {
    try write("in/train/cat/a", "in/test/cat/b", "in/c")
    let error = #expect(throws: DatasetError.self) { try outcomes() }
    guard case .usage(let message)? = error else {
      Issue.record("not a usage error")
      return
    }
    #expect(message.contains("give \(dir.path("in/test").displayed) "))
    #expect(message.hasSuffix(dir.path("in/train").displayed))
  }

  @Test func `takes a split word beside other folders for a class`() throws {
    try write("in/test/a", "in/cat/b")
    #expect(try outcomes().inputs == ["in/cat/b cat", "in/test/a test"])
  }
}
