import ArchiveFormats
import Testing

private func hash(_ bytes: [UInt8]) -> PixelHash.Value {
  var hash = PixelHash()
  hash.update(bytes.span)
  return hash.finish()
}

@Suite struct PixelHashTests {
  @Test func `does not care how the bytes are cut`() {
    let bytes = Noise.bytes(500)
    for piece in [1, 7, 63, 64, 65, 128, 300] {
      var pieces = PixelHash()
      for start in stride(from: 0, to: bytes.count, by: piece) {
        pieces.update(bytes.span.extracting(start..<min(start + piece, bytes.count)))
      }
      #expect(pieces.finish() == hash(bytes), "pieces of \(piece)")
    }
  }

  @Test func `tells lengths of equal bytes apart`() {
    let hashes = (0...300).map { hash([UInt8](repeating: 0, count: $0)) }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func `tells blocks in another order apart`() {
    let one = Noise.bytes(64, seed: 1)
    let two = Noise.bytes(64, seed: 2)
    #expect(hash(one + two) != hash(two + one))
    let halves = Array(one[16...]) + Array(one[..<16])
    #expect(hash(one) != hash(halves))
  }

  @Test func `tells flat pictures apart`() {
    let hashes = (0...255).flatMap { level in
      [48, 64, 3 * 640].map { hash([UInt8](repeating: UInt8(level), count: $0)) }
    }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test(arguments: [1, 16, 63, 64, 65, 200])
  func `changes each bit half the time when one bit of the input changes`(count: Int) {
    var flips = [Int](repeating: 0, count: 128)
    var trials = 0
    for seed in 0..<UInt64(max(2, 320 / count)) {
      var bytes = seed == 0 ? [UInt8](repeating: 0, count: count) : Noise.bytes(count, seed: seed)
      let before = hash(bytes)
      for bit in 0..<8 * count {
        bytes[bit / 8] ^= 1 << (bit % 8)
        let after = hash(bytes)
        bytes[bit / 8] ^= 1 << (bit % 8)
        let high = before.high ^ after.high
        let low = before.low ^ after.low
        #expect((20...108).contains(high.nonzeroBitCount + low.nonzeroBitCount), "bit \(bit)")
        for place in 0..<64 {
          flips[place] += Int(low >> place & 1)
          flips[64 + place] += Int(high >> place & 1)
        }
        trials += 1
      }
    }
    for (place, count) in flips.enumerated() {
      #expect((0.4...0.6).contains(Double(count) / Double(trials)), "output bit \(place)")
    }
  }
}
