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
    #expect(usual.words(about: 65) == "side 65, of most 64")
  }

  @Test(arguments: [
    (462.06, "side 462.1, of most 461.7"), (461.6, "side 461.6, of most 461.7"),
    (461.651, "side 461.651, of most 461.65"), (470, "side 470, of most 462"),
    (461.65.nextUp, "side 461.65000000000003, of most 461.65"),
  ])
  func `never calls a size unusual and the same`(size: Double, words: String) {
    let usual = UsualSizes([461.65, 461.65, 461.65, 461.65, size])
    #expect(!usual.contain(size))
    #expect(usual.words(about: size) == words)
  }

  @Test func `tells a size beyond a range from its end`() {
    let usual = UsualSizes([100, 100.1, 100.1, 100.2, 100.2])
    #expect(!usual.contain(100.6))
    #expect(usual.words(about: 100.6) == "side 100.6, of most 99.8 to 100.5")
    #expect(usual.words(about: 300) == "side 300, of most 100 to 101")
  }
}
