extension Span<UInt8> {
  /// The first place of a byte within a range, or nil; 32 bytes are compared at a time.
  package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let part = extracting(range)
    let found = unsafe part.withUnsafeBytes { raw -> Int? in
      let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
      let tops = SIMD4<UInt64>(repeating: 0x8080_8080_8080_8080)
      let wanted = ones &* UInt64(byte)
      var index = 0
      while index + 32 <= raw.count {
        // A byte that is equal becomes zero, and only a zero byte borrows into its top bit.
        let block = unsafe raw.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
        let difference = block ^ wanted
        let hits = (difference &- ones) & ~difference & tops
        if (hits[0] | hits[1]) | (hits[2] | hits[3]) != 0 { break }
        index += 32
      }
      while index < raw.count {
        if unsafe raw[index] == byte { return index }
        index += 1
      }
      return nil
    }
    return found.map { range.lowerBound + $0 }
  }
}
