internal import ByteText

/// Walks the bytes of a line without a check for each, where a million lines are read.
///
/// The line ends with the bytes or at a newline, which nothing that is understood steps over.
///
/// Understands what this program itself writes and nothing else: strings without escapes, whole numbers
/// and shares without exponents, lower-case hex digits. Whatever fails leaves the place anywhere; the
/// line is then to be read by ``JSONScanner``.
///
/// - Invariant: the memory outlives the cursor, which never leaves the closure of ``Span/walk(_:)``, and
///   no method reads at or behind `end`.
@safe
struct LineCursor {
  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  /// How far it has come.
  private(set) var place: Int

  fileprivate init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    unsafe self.bytes = bytes
    end = bytes.count
    self.place = place
  }

  /// Whether all bytes of the line were walked.
  var isAtEnd: Bool { unsafe place == end || bytes[place] == 0x0A }

  /// Steps over a word, if it is what comes next.
  @inline(__always)
  mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard end &- place >= length else { return false }
    let there = unsafe UnsafeRawPointer(word.utf8Start)
    if length >= 8 {
      var done = 0
      // The last eight bytes may overlap those before.
      while done < length {
        let step = min(done, length &- 8)
        guard
          unsafe bytes.loadUnaligned(fromByteOffset: place &+ step, as: UInt64.self)
            == there.loadUnaligned(fromByteOffset: step, as: UInt64.self)
        else { return false }
        done &+= 8
      }
    } else {
      for index in 0..<length {
        guard unsafe bytes[place &+ index] == there.load(fromByteOffset: index, as: UInt8.self)
        else { return false }
      }
    }
    place &+= length
    return true
  }

  /// Whether the last bytes of all are a word.
  func ends(_ word: StaticString) -> Bool {
    var last = self
    last.place = end - word.utf8CodeUnitCount
    return last.place >= place && last.take(word)
  }

  /// Steps over the rest of a string without escapes; the cursor is left at its closing quote.
  @inline(__always)
  mutating func text() -> Range<Int>? {
    let start = place
    while end &- place >= 8 {
      let eight = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let stops = Self.stops(UInt64(littleEndian: eight))
      if stops != 0 {
        place &+= stops.trailingZeroBitCount / 8
        return unsafe bytes[place] == 0x22 ? start..<place : nil
      }
      place &+= 8
    }
    while place < end {
      let byte = unsafe bytes[place]
      if byte == 0x22 { return start..<place }
      if byte == 0x5C || byte < 0x20 { return nil }
      place &+= 1
    }
    return nil
  }

  /// Steps over the rest of a string of fewer than 16 bytes, to its first quote; more of the line must
  /// follow.
  ///
  /// Nothing else in it is looked at: what is given is compared with words that are known. There are
  /// no branches, since lengths vary as they like.
  ///
  /// - Returns: it, filled up with zeros; nil for a longer one.
  @inline(__always)
  mutating func shortText() -> SIMD2<UInt64>? {
    guard end &- place >= 16 else { return nil }
    let low = UInt64(
      littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    let high = UInt64(
      littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self))
    // The lowest bit that is set is right, and so are all below.
    let lowQuotes = Self.quotes(low)
    let highQuotes = Self.quotes(high)
    guard lowQuotes | highQuotes != 0 else { return nil }
    let isShort = lowQuotes != 0
    let lowBits = UInt64(truncatingIfNeeded: lowQuotes.trailingZeroBitCount & ~7)
    let highBits = UInt64(truncatingIfNeeded: highQuotes.trailingZeroBitCount & ~7)
    place &+= Int(truncatingIfNeeded: (isShort ? lowBits : 64 + highBits) >> 3)
    let lowOwn = isShort ? (1 as UInt64) &<< lowBits &- 1 : .max
    let highOwn = isShort ? 0 : (1 as UInt64) &<< highBits &- 1
    return SIMD2(low & lowOwn, high & highOwn)
  }

  /// A colour as `{"hex":"#ec89a3","share":0.4,"name":"brown"}`, which the cursor steps over.
  ///
  /// Looks once whether there is room for the longest, and 64 bytes always follow in a sound line.
  @inline(__always)
  mutating func colour(_ words: ColourWords) -> QuickFacts.Colour? {
    guard end &- place >= 64, take("{\"hex\":\"#"), let packed = hexadecimal6(),
      take("\",\"share\":"), let share = share(), take(",\"name\":\""),
      let text = shortText(), let name = words.place(of: text), take("\"}")
    else { return nil }
    return QuickFacts.Colour(packed: packed, share: UInt16(truncatingIfNeeded: share), name: name)
  }

  /// The top bits of the bytes that are quotes; the lowest is right.
  @inline(__always)
  private static func quotes(_ eight: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let others = eight ^ ones &* 0x22
    return (others &- ones) & ~others & (ones &* 0x80)
  }

  /// The top bits of the bytes that end a plain string: quotes, backslashes and controls.
  ///
  /// The lowest is right; those above it may not be, as each is found by what it borrows.
  @inline(__always)
  private static func stops(_ eight: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = eight ^ ones &* 0x22
    let slashes = eight ^ ones &* 0x5C
    let found =
      ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
      | ((eight &- ones &* 0x20) & ~eight)
    return found & (ones &* 0x80)
  }

  /// A whole number of up to 18 digits.
  @inline(__always)
  mutating func number() -> Int? {
    guard end &- place >= 8 else { return longNumber() }
    let eight = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let digits = DecimalDigits(UInt64(littleEndian: eight))
    guard digits.count < 8 else { return longNumber() }
    place &+= digits.count
    return digits.count > 0 ? digits.value : nil
  }

  private mutating func longNumber() -> Int? {
    let start = place
    var number = 0
    while place < end {
      let digit = unsafe bytes[place] &- 0x30
      guard digit < 10 else { break }
      number = number &* 10 &+ Int(digit)
      place &+= 1
    }
    return place > start && place - start <= 18 ? number : nil
  }

  /// A number from 0 to 1 of up to four decimals, in ten-thousandths.
  @inline(__always)
  mutating func share() -> Int? {
    guard end &- place >= 8 else { return anyShare() }
    let eight = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let text = UInt64(littleEndian: eight)
    // Most begin so; two bytes less are left for decimals, of which there are at most four.
    guard text & 0xFFFF == 0x2E30 else { return anyShare() }
    let digits = DecimalDigits(text >> 16)
    guard 1...4 ~= digits.count else { return anyShare() }
    place &+= 2 + digits.count
    return digits.tenThousandths
  }

  private mutating func anyShare() -> Int? {
    guard let whole = number(), whole <= 1 else { return nil }
    guard take(".") else { return whole * 10_000 }
    let start = place
    guard let decimals = number(), place - start <= 4 else { return nil }
    var scaled = decimals
    for _ in place - start..<4 { scaled *= 10 }
    let share = whole * 10_000 + scaled
    return share <= 10_000 ? share : nil
  }

  /// The value of 16 lower-case hex digits.
  @inline(__always)
  mutating func hexadecimal16() -> UInt64? {
    guard end &- place >= 16 else { return nil }
    let high = HexadecimalDigits(
      UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    let low = HexadecimalDigits(
      UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self)))
    guard high.faults | low.faults == 0 else { return nil }
    place &+= 16
    return UInt64(high.value) << 32 | UInt64(low.value)
  }

  /// Steps over lower-case hex digits.
  ///
  /// - Parameter count: how many; a multiple of eight.
  @inline(__always)
  mutating func skipHexadecimal(_ count: Int) -> Bool {
    guard end &- place >= count else { return false }
    var faults: UInt64 = 0
    for step in stride(from: 0, to: count, by: 8) {
      let eight = unsafe bytes.loadUnaligned(fromByteOffset: place &+ step, as: UInt64.self)
      faults |= HexadecimalDigits(UInt64(littleEndian: eight)).faults
    }
    place &+= count
    return faults == 0
  }

  /// The value of eight lower-case hex digits.
  @inline(__always)
  mutating func hexadecimal8() -> UInt32? {
    guard end &- place >= 8 else { return nil }
    let digits = HexadecimalDigits(
      UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    place &+= 8
    return digits.faults == 0 ? digits.value : nil
  }

  /// The value of six lower-case hex digits that two more bytes follow.
  @inline(__always)
  mutating func hexadecimal6() -> UInt32? {
    guard end &- place >= 8 else { return nil }
    let eight = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    place &+= 6
    let digits = HexadecimalDigits(UInt64(littleEndian: eight) << 16 | 0x3030)
    return digits.faults == 0 ? digits.value : nil
  }

  /// The instant that a range says as `2026-01-31T23:59:59Z`; nil if it says none in this form.
  mutating func timestamp(_ range: Range<Int>) -> Timestamp? {
    place = range.lowerBound
    guard range.count == 20, let year = digits(4), take("-"), let month = digits(2), take("-"),
      let day = digits(2), take("T"), let hour = digits(2), take(":"), let minute = digits(2),
      take(":"), let second = digits(2), take("Z"), (1...12).contains(month), day >= 1, day <= 28,
      hour < 24, minute < 60, second < 61
    else { return nil }
    return Timestamp(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second)
  }

  /// The seconds of the instant that a range says in any form; the place stays.
  func instant(_ range: Range<Int>) -> Int? {
    var other = self
    let instant = other.timestamp(range) ?? Timestamp(ByteString(unsafe Array(bytes[range])))
    return instant?.seconds
  }

  private mutating func digits(_ count: Int) -> Int? {
    let start = place
    guard let number = number(), place - start == count else { return nil }
    return number
  }

  /// The key of the word at a range; nil for one that is too long.
  @inline(__always)
  func key(_ range: Range<Int>) -> WordKey? {
    guard range.count <= WordKey.longest else { return nil }
    if range.count >= 8 {
      return unsafe WordKey(
        low: bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self),
        high: bytes.loadUnaligned(fromByteOffset: range.upperBound &- 8, as: UInt64.self),
        count: range.count)
    }
    guard end &- range.lowerBound < 8 else {
      let eight = unsafe bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
      let own = (1 as UInt64) &<< UInt64(truncatingIfNeeded: 8 * range.count) - 1
      return WordKey(low: UInt64(littleEndian: eight) & own, high: 0, count: range.count)
    }
    var low: UInt64 = 0
    for place in range.reversed() { low = low << 8 | UInt64(unsafe bytes[place]) }
    return WordKey(low: low, high: 0, count: range.count)
  }

  /// The bytes at a range of 20 in three numbers, of which two overlap; nil for another length.
  @inline(__always)
  func twenty(_ range: Range<Int>) -> SIMD3<UInt64>? {
    guard range.count == 20 else { return nil }
    let start = range.lowerBound
    return unsafe SIMD3(
      bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: start &+ 8, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: start &+ 12, as: UInt64.self))
  }
}

extension Span<UInt8> {
  /// Lets a cursor walk over the bytes from a place on; it must not leave the closure.
  @inline(__always)
  func walk<Result>(from start: Int = 0, _ body: (inout LineCursor) -> Result) -> Result {
    unsafe withUnsafeBytes { bytes in
      var cursor = unsafe LineCursor(bytes, at: start)
      return body(&cursor)
    }
  }
}
