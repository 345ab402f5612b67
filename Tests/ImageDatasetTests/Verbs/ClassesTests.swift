import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct ClassesTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  private func words(_ report: ClassReport) -> [String] {
    report.changes.map { "\($0.action.rawValue) \($0.name.displayed)" }
  }

  private func fault(_ body: () throws -> ClassReport) -> String? {
    do {
      _ = try body()
      return nil
    } catch DatasetError.usage(let words) {
      return words
    } catch {
      return "another error: \(error)"
    }
  }

  private func rename(_ old: ByteString, _ name: ByteString) throws -> [String] {
    words(try dataset.renameClass(old, to: name, contributor: "ann"))
  }

  /// What `verify` finds of errors and unrecorded images.
  private func findings() throws -> Set<String> {
    var found: Set<String> = []
    func note(_ finding: Finding) {
      if finding.severity == .error || finding.code == .unrecorded {
        found.insert("\(finding.severity.rawValue) \(finding.code.rawValue)")
      }
    }
    _ = try verify(VerifyOptions(path: dataset.path), progress: { _ in }, report: note)
    return found
  }

  @Test func `makes classes, and records those that a killed run only made`() throws {
    try dir.make("pets/fox")
    let report = try dataset.addClasses(["owl", "cat", "fox", "owl"], contributor: "ann")
    #expect(words(report) == ["added owl", "unchanged cat", "added fox"])
    #expect(try dir.list("pets") == [".imgds.jsonl", "cat", "dog", "fox", "owl"])
    let lines = try dataset.lines
    #expect(lines.count == 5)
    #expect(
      words(try dataset.addClasses(["owl"], contributor: "ann")) == ["unchanged owl"])
    #expect(try dataset.lines == lines)
  }

  @Test func `names every fault of names before it makes one`() throws {
    let words = fault { try dataset.addClasses(["ok", "a/b", "", ".x"], contributor: "ann") }
    for part in ["'a/b'", "''", "'.x'"] { #expect(words?.contains(part) == true) }
    #expect(try dir.list("pets") == [".imgds.jsonl", "cat", "dog"])
  }

  @Test func `removes empty classes, twice without harm`() throws {
    #expect(
      words(try dataset.removeClasses(["cat", "cat"], contributor: "ann")) == ["removed cat"])
    #expect(try dir.list("pets") == [".imgds.jsonl", "dog"])
    #expect(words(try dataset.removeClasses(["cat"], contributor: "ann")) == ["absent cat"])
    #expect(words(try dataset.addClasses(["cat"], contributor: "ann")) == ["added cat"])
  }

  @Test func `removes no class that is not empty or unknown, nor any with it`() throws {
    try dataset.adding(Pictures.png(1), to: "cat")
    let words = fault { try dataset.removeClasses(["dog", "cat", "dgo"], contributor: "ann") }
    #expect(words?.contains("'cat' is not empty") == true)
    #expect(words?.contains("did you mean 'dog'") == true)
    #expect(try dir.list("pets") == [".imgds.jsonl", "cat", "dog"])
  }

  @Test func `records the end of a class whose folder a killed run removed`() throws {
    try dir.remove("pets/cat")
    #expect(words(try dataset.removeClasses(["cat"], contributor: "ann")) == ["removed cat"])
    #expect(words(try dataset.removeClasses(["cat"], contributor: "ann")) == ["absent cat"])
  }

  @Test func `renames a class with all it holds, whoever added it`() throws {
    try dataset.adding(Pictures.png(1), to: "cat", by: "bob")
    #expect(try rename("cat", "tiger") == ["renamed tiger"])
    #expect(try dir.list("pets") == [".imgds.jsonl", "dog", "tiger"])
    #expect(try dataset.listing("class:tiger").map(\.by) == ["bob"])
    #expect(try findings() == [])
    let lines = try dataset.lines
    #expect(try rename("cat", "tiger") == ["unchanged tiger"])
    #expect(try rename("tiger", "tiger") == ["unchanged tiger"])
    #expect(try dataset.lines == lines)
    #expect(try rename("tiger", "cat") == ["renamed cat"])
    #expect(try dataset.listing("class:cat").count == 1)
  }

  @Test func `finishes a rename that a killed run did not record`() throws {
    try dataset.adding(Pictures.png(1), to: "cat")
    try dir.rename("pets/cat", to: "pets/tiger")
    #expect(try findings() == ["warning unrecorded"])
    #expect(try rename("cat", "tiger") == ["renamed tiger"])
    #expect(try findings() == [])
    #expect(try dataset.listing("class:tiger").count == 1)
  }

  @Test func `finishes a rename that a killed run only made room for`() throws {
    try dir.make("pets/tiger")
    #expect(try rename("cat", "tiger") == ["renamed tiger"])
    #expect(try dir.list("pets") == [".imgds.jsonl", "dog", "tiger"])
  }

  @Test(arguments: [
    ("cat", "dog", "merge"), ("cta", "x", "did you mean 'cat'"), ("cat", "a/b", "slash"),
    ("x", "dog", "no class 'x'"), ("x", "x", "no class 'x'"),
  ])
  func `renames nothing that cannot be meant`(_ old: String, _ name: String, _ hint: String) throws
  {
    let before = try dir.contents(below: "pets")
    let words = fault {
      try dataset.renameClass(ByteString(old), to: ByteString(name), contributor: "ann")
    }
    #expect(words?.contains(hint) == true)
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test(arguments: ["cat", "nowhere", "dog"] as [ByteString])
  func `renames nothing to the name of a link`(target: ByteString) throws {
    try dir.link("pets/link", to: target)
    let before = try dir.list("pets")
    let words = fault { try dataset.renameClass("cat", to: "link", contributor: "ann") }
    #expect(words == "cannot rename class 'cat': something else is called 'link'")
    #expect(try dir.list("pets") == before)
  }

  @Test func `notes facts and a reference, and takes them away`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    func describe(_ words: [ByteString], _ reference: ByteString?) throws -> [String] {
      var description = ClassDescription()
      description.facts = try words.map { try #require(ClassDescription.fact($0)) }
      description.reference = reference
      return self.words(
        try dataset.describeClass("cat", description, contributor: "ann"))
    }
    #expect(try describe(["legs=4", "latin=Felis=catus"], place.id.text) == ["described cat"])
    #expect(try describe(["legs=4"], nil) == ["unchanged cat"])
    let (classes, _) = try dataset.classes(for: "ann")
    #expect(classes.map(\.name) == ["cat", "dog"])
    #expect(classes.map(\.index) == [0, nil])
    #expect(classes[0].facts["latin"] == "Felis=catus")
    #expect(classes[0].reference == place.file)
    #expect(try rename("cat", "tiger") == ["renamed tiger"])
    #expect(try dataset.classes(for: "ann").classes[1].facts["legs"] == "4")
    #expect(try rename("tiger", "cat") == ["renamed cat"])
    #expect(try describe(["legs=", "latin="], "") == ["described cat"])
    #expect(try dataset.classes(for: "ann").classes[0].facts.isEmpty)
  }

  @Test func `takes no image of another class for a reference`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "dog")
    var description = ClassDescription()
    description.reference = place.id.text
    #expect(throws: Refusal.self) {
      try dataset.describeClass("cat", description, contributor: "ann")
    }
    description.reference = "00112233"
    #expect(throws: Refusal.self) {
      try dataset.describeClass("cat", description, contributor: "ann")
    }
  }

  @Test(arguments: ["=x", "x", "", "a\nb=c"])
  func `takes only what has a key for a fact`(_ word: String) {
    #expect(ClassDescription.fact(ByteString(word)) == nil)
  }

  @Test func `counts no private image of another`() throws {
    try dataset.adding(Pictures.png(1), to: "dog", private: true, by: "bob")
    let (classes, leftOut) = try dataset.classes(for: "ann")
    #expect(classes.map(\.images) == [0, 0] && leftOut == 1)
    #expect(try dataset.classes(for: "bob").classes.map(\.images) == [0, 1])
  }
}
