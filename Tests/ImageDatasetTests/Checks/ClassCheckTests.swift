import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct ClassCheckTests {
  private func findings(_ classes: ByteString...) throws -> [String] {
    let dir = try Dir()
    for name in classes { try dir.make("in/" + name) }
    let subject = TreeSubject(dir.path("in"))
    while try subject.next({ _ in }) != nil {}
    var check = ClassCheck(of: "in")
    var findings: [String] = []
    check.finish(subject) { finding in
      findings.append("\(finding.code.rawValue) \(finding.file.displayed)")
    }
    return findings
  }

  @Test func `names every empty class`() throws {
    #expect(try findings("b", "a") == ["empty-class a", "empty-class b"])
  }

  @Test func `names classes that other systems cannot hold or tell apart`() throws {
    #expect(
      try findings("con", "CAT", "cat").filter { !$0.hasPrefix("empty") }
        == ["portable-name con", "portable-name CAT"])
  }

  @Test func `keeps the same class of two splits apart`() throws {
    #expect(
      try findings("train/Cat", "val/cat") == ["empty-class train/Cat", "empty-class val/cat"])
  }
}
