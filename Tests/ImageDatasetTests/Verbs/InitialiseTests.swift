import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct InitialiseTests {
  private let dir: Dir

  init() throws { dir = try Dir() }

  private func initialise(
    _ classes: ByteString..., description: ByteString? = nil, exists: Bool = false
  ) throws -> InitialiseReport {
    var options = InitialiseOptions(contributor: "ann")
    options.classes = classes
    options.card.description = description
    options.isExistingOK = exists
    return try Dataset.initialise(dir.path("pets"), options)
  }

  @Test func `makes a dataset and its classes, and records them`() throws {
    let report = try initialise("dog", "cat", "dog", description: "x")
    #expect(report.made == ["dog", "cat"])
    #expect(report.classes == ["cat", "dog"])
    #expect(try dir.list("pets") == [".imgds.jsonl", "cat", "dog"])
    let lines = try report.dataset.lines
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix(#"{"type":"dataset","version":1,"#))
    #expect(report.dataset.name == "pets")
  }

  @Test(arguments: ["sub", "cat/sub", "cat/sub/deep/er"] as [ByteString])
  func `makes no dataset anywhere in another`(_ name: ByteString) throws {
    let outer = try initialise("cat").dataset
    let before = try dir.contents(below: "pets")
    #expect(throws: DatasetError.self) {
      try Dataset.initialise(outer.path.appending(name), InitialiseOptions(contributor: "ann"))
    }
    #expect(try dir.contents(below: "pets") == before && !dir.exists("pets/cat/sub"))
  }

  @Test func `names every fault of a class name and makes nothing`() throws {
    let error = #expect(throws: DatasetError.self) { try initialise(".a", "ok", "b/c") }
    guard case .usage(let message)? = error else {
      Issue.record("not a usage error")
      return
    }
    #expect(message.contains("'.a'"))
    #expect(message.contains("'b/c'"))
    #expect(!dir.exists("pets"))
  }

  @Test(arguments: ["pets/cat", "pets/new"] as [ByteString])
  func `makes no dataset inside a dataset`(name: ByteString) throws {
    _ = try initialise("cat")
    let options = InitialiseOptions(contributor: "ann")
    #expect(throws: DatasetError.self) { try Dataset.initialise(dir.path(name), options) }
    #expect(try dir.files() == ["pets/.imgds.jsonl"])
    #expect(try dir.list("pets") == [".imgds.jsonl", "cat"])
  }

  @Test func `takes up an empty folder, and what a killed run left in it`() throws {
    try dir.make("pets/cat")
    #expect(try initialise("cat", "dog").classes == ["cat", "dog"])
  }

  @Test(arguments: ["pets/note", "pets/cat/a.png", "pets/.git/x"] as [ByteString])
  func `refuses any other folder`(file: ByteString) throws {
    try dir.write(file, text: "x")
    #expect(throws: DatasetError.self) { try initialise("cat") }
    #expect(try dir.files() == [file])
  }

  @Test func `adds classes and replaces fields of a dataset that may exist`() throws {
    _ = try initialise("cat", description: "old")
    #expect(throws: DatasetError.self) { try initialise("cat") }
    let report = try initialise("dog", "cat", description: "new", exists: true)
    #expect(report.made == ["dog"])
    #expect(report.classes == ["cat", "dog"])
    let before = try report.dataset.lines
    #expect(before.count == 4)
    _ = try initialise("dog", "cat", description: "new", exists: true)
    #expect(try report.dataset.lines == before)
  }

  @Test func `warns of names that are one elsewhere`() throws {
    let warnings = try initialise("cat", "Cat", "test").warnings
    #expect(warnings.map(\.className) == ["Cat", "test"])
  }
}
