import ArchiveFormats
import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

/// A subject of pictures that are all still there.
private final class NoSubject: Subject {
  let classes: [SubjectClass] = []

  func next(_ report: (Finding) -> Void) -> Picture? { nil }
}

/// Pictures that no file stands behind: bytes and pixels as the test says.
struct SamenessCheckTests {
  private func examined(
    _ file: ByteString, bytes: UInt64, pixels: UInt8, split: ByteString? = nil
  ) -> ExaminedPicture {
    var hash = PixelHash()
    let content = [pixels]
    hash.update(content.span)
    let picture = Picture(
      file: file, className: file.parent, split: split,
      open: { () throws(PictureFault) in throw .archive(Finding(.badArchive, "", "")) })
    let facts = Samples.facts(bytes)
    return ExaminedPicture(
      picture: picture,
      examination: Examination(
        sha256: facts.sha256, bytes: facts.bytes, verdict: .success(facts), pixels: hash.finish()),
      fault: nil)
  }

  private func findings(_ pictures: [ExaminedPicture]) throws -> [String] {
    var check = SamenessCheck()
    var findings: [String] = []
    for picture in pictures { check.look(at: picture) { _ in } }
    check.finish(NoSubject()) { finding in
      let files = finding.files.map(\.displayed).joined(separator: " ")
      findings.append("\(finding.code.rawValue): \(files)")
      #expect(finding.file == finding.files.first)
    }
    return findings
  }

  @Test func `has nothing to say of different pictures`() throws {
    #expect(
      try findings([
        examined("cat/a", bytes: 1, pixels: 1), examined("cat/b", bytes: 2, pixels: 2),
      ]) == [])
  }

  @Test func `names the group of the same bytes, in one class or in two`() throws {
    #expect(
      try findings([
        examined("cat/a", bytes: 1, pixels: 1), examined("cat/b", bytes: 1, pixels: 1),
        examined("cat/c", bytes: 2, pixels: 2), examined("dog/a", bytes: 2, pixels: 2),
        examined("dog/b", bytes: 2, pixels: 2),
      ]) == ["same-bytes: cat/a cat/b", "same-bytes-classes: cat/c dog/a dog/b"])
  }

  @Test func `names the group of the same pixels under other bytes`() throws {
    #expect(
      try findings([
        examined("cat/a", bytes: 1, pixels: 1), examined("cat/b", bytes: 2, pixels: 1),
        examined("dog/a", bytes: 3, pixels: 2), examined("eel/a", bytes: 4, pixels: 2),
      ]) == ["same-pixels: cat/a cat/b", "same-pixels-classes: dog/a eel/a"])
  }

  @Test func `tells copies apart from re-encodings in one group`() throws {
    #expect(
      try findings([
        examined("cat/a", bytes: 1, pixels: 1), examined("cat/b", bytes: 1, pixels: 1),
        examined("dog/a", bytes: 2, pixels: 1),
      ]) == ["same-bytes: cat/a cat/b", "same-pixels-classes: cat/a cat/b dog/a"])
  }

  @Test func `calls the same picture in two splits a leak`() throws {
    #expect(
      try findings([
        examined("cat/a", bytes: 1, pixels: 1, split: "train"),
        examined("cat/a", bytes: 1, pixels: 1, split: "val"),
        examined("dog/a", bytes: 2, pixels: 2, split: "train"),
        examined("eel/a", bytes: 3, pixels: 2, split: "val"),
      ]) == ["leak: cat/a cat/a", "leak: dog/a eel/a", "same-pixels-classes: dog/a eel/a"])
  }
}
