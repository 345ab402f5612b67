/// Many byte strings in one buffer, numbered in the order they came: a million names without a
/// million allocations.
package struct ByteStringPool: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  package init() {}

  package var count: Int { ends.count }

  /// Keeps a string and gives its number.
  @discardableResult
  package mutating func append(_ string: ByteString) -> Int {
    bytes.append(contentsOf: string.bytes)
    ends.append(bytes.count)
    return ends.count - 1
  }

  package subscript(number: Int) -> ByteString {
    ByteString(bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
  }
}
