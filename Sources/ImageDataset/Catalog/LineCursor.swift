internal import ByteText

/// Walks the bytes of a line without a check for each, where a million lines are read.
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
  private(set) var place = 0

  fileprivate init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
    end = bytes.count
  }

  /// Whether all bytes were walked.
  var isAtEnd: Bool { place == end }

  /// Steps over a word, if it is what comes next.
  @inline(__always)
  mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard end - place >= length else { return false }
    let there = unsafe UnsafeRawPointer(word.utf8Start)
    var done = 0
    while done + 8 <= length {
      guard
        unsafe bytes.loadUnaligned(fromByteOffset: place + done, as: UInt64.self)
          == there.loadUnaligned(fromByteOffset: done, as: UInt64.self)
      else { return false }
      done += 8
    }
    while done < length {
      guard
        unsafe bytes[place + done]
          == there.load(fromByteOffset: done, as: UInt8.self)
      else { return false }
      done += 1
    }
    place += length
    return true
  }

  /// Whether the last bytes are a word.
  func ends(_ word: StaticString) -> Bool {
    var last = self
    last.place = end - word.utf8CodeUnitCount
    return last.place >= place && last.take(word)
  }

  /// Steps over the rest of a string without escapes; the cursor is left at its closing quote.
  mutating func text() -> Range<Int>? {
    let start = place
    while end - place >= 8 {
      let eight = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let stops = Self.stops(eight)
      if stops != 0 {
        place += stops.trailingZeroBitCount / 8
        break
      }
      place += 8
    }
    while place < end {
      let byte = unsafe bytes[place]
      if byte == 0x22 { return start..<place }
      if byte == 0x5C || byte < 0x20 { return nil }
      place += 1
    }
    return nil
  }

  /// The top bits of the bytes that end a plain string: quotes, backslashes and controls.
  ///
  /// The lowest is right; those above it may not be, as each is found by what it borrows.
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
  mutating func number() -> Int? {
    let start = place
    var number = 0
    while place < end {
      let digit = unsafe bytes[place] &- 0x30
      guard digit < 10 else { break }
      number = number &* 10 &+ Int(digit)
      place += 1
    }
    return place > start && place - start <= 18 ? number : nil
  }

  /// A number from 0 to 1 of up to four decimals, in ten-thousandths.
  mutating func share() -> Int? {
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
    guard end - place >= 16 else { return nil }
    let high = Self.hexadecimal(
      unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    let low = Self.hexadecimal(
      unsafe bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
    guard let high, let low else { return nil }
    place += 16
    return UInt64(high) << 32 | UInt64(low)
  }

  /// The value of eight lower-case hex digits.
  @inline(__always)
  mutating func hexadecimal8() -> UInt32? {
    guard end - place >= 8 else { return nil }
    let number = Self.hexadecimal(
      unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    place += 8
    return number
  }

  /// The value of six lower-case hex digits that two more bytes follow.
  @inline(__always)
  mutating func hexadecimal6() -> UInt32? {
    guard end - place >= 8 else { return nil }
    let eight = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    place += 6
    return Self.hexadecimal(eight << 16 | 0x3030)
  }

  /// The value of eight digits at once, the first in the lowest byte, each check in all bytes.
  private static func hexadecimal(_ digits: UInt64) -> UInt32? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let letters = digits >> 6 & ones
    // 0 to 24 in each byte: no sum below carries into the next.
    let values = (digits & (ones &* 0x0F)) &+ letters &* 9
    let tops = ones &* 0x80
    let tooLarge = values &+ (ones &* 0x76 &- letters &* 6)
    let tooSmall = (values | tops) &- letters &* 10
    guard digits == ones &* 0x30 &+ values &+ letters &* 0x27, tooLarge & tops == 0,
      tooSmall & tops == tops
    else { return nil }
    let first = values.byteSwapped
    let pairs = (first | first >> 4) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: fours | fours >> 16)
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
  func key(_ range: Range<Int>) -> WordKey? {
    guard range.count <= WordKey.longest else { return nil }
    guard range.count >= 8 else {
      var low: UInt64 = 0
      for place in range { low = low << 8 | UInt64(unsafe bytes[place]) }
      return WordKey(low: low, high: 0, count: range.count)
    }
    return unsafe WordKey(
      low: bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self),
      high: bytes.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self),
      count: range.count)
  }
}

extension Span<UInt8> {
  /// Lets a cursor walk over the bytes; it must not leave the closure.
  func walk<Result>(_ body: (inout LineCursor) -> Result) -> Result {
    unsafe withUnsafeBytes { bytes in
      var cursor = unsafe LineCursor(bytes)
      return body(&cursor)
    }
  }
}
