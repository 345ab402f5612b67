import ByteText
import Testing

struct HexadecimalTests {
  @Test func `bytes become two lower-case digits each`() {
    #expect(Hexadecimal.encode([0x00, 0x0F, 0xA5, 0xFF]) == "000fa5ff")
    #expect(Hexadecimal.encode([UInt8]()) == "")
  }

  @Test func `digits are appended to what is there`() {
    var text: [UInt8] = [0x23]
    Hexadecimal.append([0x0A, 0xF0], to: &text)
    #expect(ByteString(text) == "#0af0")
  }

  @Test func `numbers keep their leading zeros`() {
    #expect(Hexadecimal.encode(0x1F as UInt64) == "000000000000001f")
    #expect(Hexadecimal.encode(0xDEAD_BEEF as UInt32) == "deadbeef")
    #expect(Hexadecimal.encode(0x80 as UInt8) == "80")
    #expect(Hexadecimal.encode(UInt64.max) == "ffffffffffffffff")
  }

  @Test func `every byte comes back`() {
    for byte in UInt8.min...UInt8.max {
      #expect(Hexadecimal.number(Hexadecimal.encode(byte).bytes) == byte)
    }
  }

  @Test(arguments: ["", "g", "0x1", " 1", "-1", "AB", "123456789", "1\u{0}"] as [ByteString])
  func `refuses what lower-case digits do not spell`(text: ByteString) {
    #expect(Hexadecimal.number(text.bytes, as: UInt32.self) == nil)
  }

  @Test func `a digit of either case has a value`() {
    #expect("09afAF".utf8.map { Hexadecimal.value(of: $0) } == [0, 9, 10, 15, 10, 15])
    #expect("/:`g@G".utf8.allSatisfy { Hexadecimal.value(of: $0) == nil })
  }
}

struct Base64Tests {
  @Test func `all bytes go back`() {
    for count in 0...256 {
      let bytes = ByteString((0..<count).map { UInt8(255 - $0 % 256) })
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }
  }

  @Test(
    arguments: ["Zg=", "Zg", "Z===", "====", "Zh==", "Zm9v\n", "Zm 9", "Zg==Zg==", "Zm9_"]
      as [ByteString])
  func `what nobody encodes is refused`(text: ByteString) {
    #expect(Base64.decode(text) == nil)
  }

  /// The vectors of RFC 4648, section 10.
  @Test(
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ] as [(ByteString, ByteString)])
  func `encodes the vectors of the standard`(plain: ByteString, encoded: ByteString) {
    #expect(Base64.encode(plain) == encoded)
  }

  @Test func `uses the whole standard alphabet`() {
    #expect(Base64.encode(ByteString([0xFF, 0xFE, 0xFB, 0xF0])) == "//778A==")
    #expect(Base64.encode(ByteString([0, 0, 0])) == "AAAA")
  }
}

struct DecimalTests {
  @Test(
    arguments: [
      (0, 3, "0"), (1, 0, "1"), (0.5, 0, "1"), (-0.5, 0, "-1"), (0.25, 1, "0.3"), (0.1, 3, "0.1"),
      (2.0 / 3, 3, "0.667"), (-1.005, 1, "-1"), (0.04, 1, "0"), (-0.04, 1, "0"), (-0.0, 2, "0"),
      (12_345.678_9, 2, "12345.68"), (99.999, 2, "100"), (0.000_000_001, 9, "0.000000001"),
      (10, 2, "10"), (100, 0, "100"), (0.001, 3, "0.001"),
    ] as [(Double, Int, String)])
  func `rounds half away from zero and drops zeros at the end`(
    number: Double, digits: Int, text: String
  ) {
    #expect(Decimal.text(number, digits: digits) == text)
  }

  @Test func `what is no number is null, as json wants`() {
    #expect(Decimal.text(.nan, digits: 2) == "null")
    #expect(Decimal.text(.infinity, digits: 2) == "null")
    #expect(Decimal.text(-.infinity, digits: 2) == "null")
  }

  @Test func `huge numbers stay numbers`() {
    #expect(Double(Decimal.text(1e300, digits: 2)) == 1e300)
    #expect(Double(Decimal.text(-9_007_199_254_740_992, digits: 3)) == -9_007_199_254_740_992)
  }

  @Test(arguments: [("0", 0), ("007", 7), ("9223372036854775807", Int.max)] as [(ByteString, Int)])
  func `reads whole numbers`(text: ByteString, number: Int) {
    #expect(Decimal.number(text.bytes) == number)
  }

  @Test(arguments: ["", "-1", "+1", "1.0", " 1", "1a", "٣", "9223372036854775808"] as [ByteString])
  func `refuses what is no whole number or too large`(text: ByteString) {
    #expect(Decimal.number(text.bytes) == nil)
  }
}

struct DecimalAppendingTests {
  @Test(arguments: [0, 9, 10, 99, 100, 12_345, -1, -10, .max, .min])
  func `a whole number is appended as it is spelled`(number: Int) {
    var text: [UInt8] = [0x3D]
    Decimal.append(number, to: &text)
    #expect(ByteString(text) == ByteString("=\(number)"))
  }
}
