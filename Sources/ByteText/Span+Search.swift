extension Span<UInt8> {
  /// The first place of a byte within a range, or nil; 64 bytes are compared at a time.
  package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let part = extracting(range)
    let found = unsafe part.withUnsafeBytes { raw -> Int? in
      let wanted = SIMD64<UInt8>(repeating: byte)
      var index = 0
      while index + 64 <= raw.count {
        let block = unsafe raw.loadUnaligned(fromByteOffset: index, as: SIMD64<UInt8>.self)
        if any(block .== wanted) { break }
        index += 64
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
