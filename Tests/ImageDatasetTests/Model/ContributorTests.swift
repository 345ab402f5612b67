import ByteText
import ImageCodec
import Testing

@testable import ImageDataset

struct ContributorTests {
  @Test(arguments: ["ann", "Ann Müller", "1000", "a/b", "..", "-x"])
  func `may be called as people are`(name: String) {
    #expect(Contributor.fault(in: ByteString(name)) == nil)
  }

  @Test(arguments: ["", "a\nb", "a\u{1B}[2J", "a\u{9B}"])
  func `has a name that can stand in a line`(name: String) {
    #expect(Contributor.fault(in: ByteString(name)) != nil)
  }

  @Test func `has a name of UTF-8 of at most 255 bytes`() {
    #expect(Contributor.fault(in: ByteString([0xFF])) == "is not UTF-8")
    #expect(Contributor.fault(in: ByteString(String(repeating: "a", count: 256))) != nil)
    #expect(Contributor.fault(in: ByteString(String(repeating: "a", count: 255))) == nil)
  }
}
