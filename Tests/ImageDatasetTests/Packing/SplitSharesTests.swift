import ByteText
import Testing

@testable import ImageDataset

struct SplitSharesTests {
  @Test(arguments: ["80,20", "80,10,10", "0.8,0.1,0.1", "1,1,1", "9999.9999,0.0001"])
  func `reads two or three weights`(_ text: String) {
    #expect(SplitShares(ByteString(text)) != nil)
  }

  @Test(arguments: [
    "", "80", "80,", "80,0", "1,1,1,1", "-1,2", "a,b", "1.00001,1", "10001,1", "1.,2",
  ])
  func `refuses other words`(_ text: String) {
    #expect(SplitShares(ByteString(text)) == nil)
  }

  @Test(arguments: [
    "80,20", "50,50", "1,99", "80,10,10", "70,15,15", "50,1,49", "98,1,1", "1,98,1", "1,1,98",
    "34,33,33", "0.333,0.333,0.334",
  ])
  func `each part is within an image of its share and cuts move by one at most`(_ text: String)
    throws
  {
    let shares = try #require(SplitShares(ByteString(text)))
    let weights = text.split(separator: ",").compactMap { Double($0) }
    let sum = weights.reduce(0, +)
    var last = [Int](repeating: 0, count: weights.count - 1)
    for count in 1...400 {
      let cuts = shares.cuts(of: count)
      let sizes = zip([0] + cuts, cuts + [count]).map { $1 - $0 }
      #expect(sizes.reduce(0, +) == count)
      #expect(count < weights.count || sizes.allSatisfy { $0 >= 1 }, "\(count): \(sizes)")
      let smallest = weights.map { $0 / sum * Double(count) }.min() ?? 0
      for (size, weight) in zip(sizes, weights) where smallest >= 0.5 {
        #expect(abs(Double(size) - weight / sum * Double(count)) <= 1, "\(count): \(sizes)")
      }
      for (old, new) in zip(last, cuts) { #expect((0...1).contains(new - old), "\(count)") }
      last = cuts
    }
  }

  @Test func `a small middle part keeps both neighbours near their shares`() throws {
    let shares = try #require(SplitShares("50,1,49"))
    #expect(shares.cuts(of: 9) == [4, 5])
    #expect(shares.cuts(of: 1) == [1, 1])
    #expect(shares.cuts(of: 2) == [1, 2])
  }
}
