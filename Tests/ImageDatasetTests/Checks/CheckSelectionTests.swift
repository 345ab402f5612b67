import ByteText
import Testing

@testable import ImageDataset

struct CheckSelectionTests {
  private func selection(_ words: ByteString...) -> CheckSelection? {
    var unknown = ByteString()
    return CheckSelection(words: words, unknown: &unknown)
  }

  @Test func `words choose, words with no leave out`() throws {
    let some = try #require(selection("likeness", "dark"))
    #expect(some.kinds == [.likeness, .quality] && some.quality == [.dark])
    let most = try #require(selection("no-odd-size", "no-notes"))
    #expect(!most.kinds.contains(.notes) && most.kinds.contains(.soundness))
    #expect(most.quality == Set(CheckSelection.qualityCodes).subtracting([.oddSize]))
    let mixed = try #require(selection("quality", "no-odd-size"))
    #expect(mixed.kinds == [.quality] && !mixed.quality.contains(.oddSize))
  }

  @Test func `without any finding of quality, quality is not measured`() throws {
    #expect(try #require(selection("no-quality")).kinds.contains(.quality) == false)
  }

  @Test func `an unknown word is given back`() {
    var unknown = ByteString()
    #expect(CheckSelection(words: ["dark", "bleak"], unknown: &unknown) == nil)
    #expect(unknown == "bleak")
  }
}
