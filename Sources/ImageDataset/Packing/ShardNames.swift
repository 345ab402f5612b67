internal import ByteText

/// The names of archives that are one after another: a number of six digits before the ending.
enum ShardNames {
  /// The name of a shard, from 0.
  static func name(_ path: ByteString, _ number: Int) -> ByteString {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
    return path.inserting(ByteString("-" + zeros + digits))
  }

  /// The name of the shard after one; nil for a name that is no shard's.
  static func next(after path: ByteString) -> ByteString? {
    let stem = path.stem
    guard let dash = stem.bytes.lastIndex(of: UInt8(ascii: "-")), stem.count - dash >= 7,
      let number = Decimal.number(stem.bytes[(dash + 1)...])
    else { return nil }
    let ending = path.pathExtension
    let front = ByteString(path.bytes.dropLast(stem.count - dash + ending.count + 1))
    return name(front + "." + ending, number + 1)
  }

  /// Where a list is cut so that each piece, with `fixed` bytes round it, stays within a limit; an
  /// element that is larger is a piece of its own.
  static func pieces<Element>(
    of elements: ArraySlice<Element>, limit: Int, fixed: Int, size: (Element) -> Int
  ) -> [ArraySlice<Element>] {
    var pieces: [ArraySlice<Element>] = []
    var start = elements.startIndex
    var total = fixed
    for index in elements.indices {
      let size = size(elements[index])
      if total + size > limit, index > start {
        pieces.append(elements[start..<index])
        start = index
        total = fixed
      }
      total += size
    }
    return pieces + [elements[start...]]
  }
}

extension ByteString {
  /// The path with some text before the ending of its last component.
  func inserting(_ text: ByteString) -> ByteString {
    let ending = pathExtension
    guard !ending.isEmpty else { return self + text }
    return ByteString(bytes.dropLast(ending.count + 1)) + text + "." + ending
  }
}
