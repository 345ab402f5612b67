import ByteText
import Testing

@testable import ImageDataset

struct NaturalOrderTests {
  @Test func `counts digits and folds case`() {
    #expect(NaturalOrder.sorted(["10", "2", "1"]) == ["1", "2", "10"])
    #expect(NaturalOrder.sorted(["img10", "img2", "Img1"]) == ["Img1", "img2", "img10"])
    #expect(NaturalOrder.sorted(["a1", "a", "1a", "1"]) == ["1", "1a", "a", "a1"])
    #expect(NaturalOrder.sorted(["10", "\u{661}", "\u{662}"]) == ["\u{661}", "\u{662}", "10"])
  }

  @Test func `knows numbers of any length, and digits that are none`() {
    let long: ByteString = "99999999999999999999999999"
    #expect(NaturalOrder.sorted(["100000000000000000000000000", long]).first == long)
    #expect(NaturalOrder.key("007") == NaturalOrder.key("7"))
    #expect(NaturalOrder.isUnreadable("\u{B2}"))
    #expect(!NaturalOrder.isUnreadable("x\u{B2}"))
  }
}
