extension [UInt8] {
  /// Appends a copy of some bytes.
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the UTF-8 of a literal, without a string made of it.
  package mutating func append(_ word: StaticString) {
    word.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }
}
