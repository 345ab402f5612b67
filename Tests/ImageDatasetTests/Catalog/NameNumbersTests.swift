import ByteText
import TestKit
import Testing

@testable import ImageDataset

struct NameNumbersTests {
  @Test func `gives each name one number, whether it stands in a line or alone`() {
    var noise = Noise(seed: 5)
    var numbers = NameNumbers()
    var expected: [ByteString: Int32] = [:]
    for round in 0..<4_000 {
      let length = Int(noise.byte() % 20)
      let name = ByteString((0..<length).map { _ in noise.byte() % 3 })
      let isNew = expected[name] == nil
      #expect((numbers.known(name) == nil) == isNew)
      let number: Int32
      if round % 2 == 0 {
        let line = [1, 2] + name.bytes + [UInt8](repeating: 3, count: round % 11)
        number = numbers.number(of: 2..<2 + length, in: line.span)
      } else {
        number = numbers.number(of: name)
      }
      #expect(number == expected[name] ?? Int32(expected.count))
      expected[name] = number
      #expect(numbers.names[Int(number)] == name)
    }
    #expect(numbers.names.count == expected.count)
  }
}
