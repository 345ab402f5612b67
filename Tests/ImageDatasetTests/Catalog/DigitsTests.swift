import TestKit
import Testing

@testable import ImageDataset

/// Digits that are read eight at once must come to what they come to one by one.
struct DigitsTests {
  private func eight(_ text: [UInt8]) -> UInt64 {
    text.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @Test func `counts decimal digits and reads them, whatever follows`() {
    var noise = Noise(seed: 3)
    for count in 0...7 {
      for _ in 0..<2_000 {
        let digits = (0..<count).map { _ in noise.byte() % 10 }
        var text = digits.map { $0 + 0x30 } + (count..<8).map { _ in noise.byte() }
        if (0x30...0x39).contains(text[count]) { text[count] = 0xFF }
        let read = DecimalDigits(eight(text))
        #expect(read.count == count)
        #expect(read.value == digits.reduce(0) { $0 * 10 + Int($1) })
        guard count <= 4 else { continue }
        let scaled = (digits + [0, 0, 0, 0]).prefix(4).reduce(0) { $0 * 10 + Int($1) }
        #expect(read.tenThousandths == scaled)
      }
    }
    #expect(DecimalDigits(eight(Array("12345678".utf8))).count == 8)
  }

  @Test func `every byte that is no digit ends a decimal number`() {
    for byte in UInt8.min...UInt8.max where !(0x30...0x39).contains(byte) {
      #expect(DecimalDigits(eight(Array("12".utf8) + [byte] + Array("34567".utf8))).count == 2)
    }
  }

  @Test func `takes lower-case hex digits and nothing else, at every place`() {
    let digits = Array("0a9f5b3c".utf8)
    #expect(HexadecimalDigits(eight(digits)).value == 0x0A9F_5B3C)
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max {
        var text = digits
        text[place] = byte
        let isDigit = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        #expect((HexadecimalDigits(eight(text)).faults == 0) == isDigit, "\(byte) at \(place)")
      }
    }
  }

  @Test func `reads numbers of any length, and none that is too long`() {
    for count in 0...24 {
      let text = String(repeating: "7", count: count)
      let number = count > 0 && count <= 18 ? Int(text) : nil
      for end in ["", ",", "a very long end"] {
        let bytes = Array((text + end).utf8)
        #expect(bytes.span.walk { $0.number() } == number, "\(count) digits before '\(end)'")
      }
    }
  }

  @Test(arguments: 0...18)
  func `a word has one key, wherever it stands`(length: Int) {
    var noise = Noise(seed: length)
    let word = (0..<length).map { _ in noise.byte() }
    let alone = word.span.walk { $0.key(0..<length) }
    #expect((alone == nil) == (length > WordKey.longest))
    for behind in 0..<12 {
      let bytes = [1, 2, 3] + word + [UInt8](repeating: 7, count: behind)
      #expect(bytes.span.walk { $0.key(3..<3 + length) } == alone)
    }
    guard length > 0, length <= WordKey.longest else { return }
    for place in 0..<length {
      var other = word
      other[place] ^= 1
      #expect(other.span.walk { $0.key(0..<length) } != alone)
    }
  }
}
