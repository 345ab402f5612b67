import Testing

@testable import ImageDataset

struct UsualSizesTests {
  @Test func `sizes far from the quartiles are unusual`() {
    let usual = UsualSizes([100, 100, 110, 120, 120])
    #expect(usual.contain(159) && usual.contain(41))
    #expect(!usual.contain(181) && !usual.contain(39))
    #expect(usual.score(of: 110) == 1)
  }

  @Test func `where most are alike, any other is unusual`() {
    let usual = UsualSizes([64, 64, 64, 64, 65])
    #expect(usual.contain(64) && !usual.contain(65))
    #expect(usual.words == "64")
  }
}
