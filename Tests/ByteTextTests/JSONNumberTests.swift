import ByteText
import Testing

/// Numbers and keys of JSON that others write.
struct JSONNumberTests {
  private func member(_ object: String, _ name: StaticString) -> (Int?, ByteString?) {
    let bytes = Array(object.utf8)
    let slice = JSONMembers(of: bytes.span)[name]
    return (slice?.integer(in: bytes.span), slice?.text(in: bytes.span))
  }

  @Test(
    arguments: [
      ("60", 60), ("6e1", 60), ("6E+1", 60), ("60.0", 60), ("600e-1", 60), ("0.6e2", 60),
      ("6.0e1", 60),
      ("-6e1", -60), ("-0.0", 0), ("0e99", 0), ("0e-9", 0), ("1e18", 1_000_000_000_000_000_000),
      ("9223372036854775807.0", .max), ("1e19", nil), ("9223372036854775808", nil), ("6.5", nil),
      ("6e-1", nil), ("65e-1", nil), ("1e999999999999999999999", nil), ("1.", nil), (".5e1", nil),
      ("1e", nil), ("e1", nil), ("1e+-1", nil), ("1.0.0", nil), ("--1", nil), ("+1", nil),
      ("1-1", nil),
    ] as [(String, Int?)])
  func `whole numbers are whole however they are written`(text: String, value: Int?) {
    #expect(member("{\"a\":\(text)}", "a").0 == value)
  }

  @Test(
    arguments: [
      (#"{"\u0074ype":"x"}"#, "x"), (#"{"t\u0079p\u0065":"x"}"#, "x"), (#"{"ty\/pe":"x"}"#, nil),
      (#"{"type\n":"x"}"#, nil), (#"{"\u0074ype":"x","type":"y"}"#, "y"),
      (#"{"type":"y","\u0074ype":"x"}"#, "x"), (#"{"\q":"z","type":"y"}"#, "y"),
    ] as [(String, ByteString?)])
  func `keys are what their escapes stand for`(object: String, value: ByteString?) {
    #expect(member(object, "type").1 == value)
    var found: ByteString?
    let bytes = Array(object.utf8)
    _ = JSONScanner.object(bytes.span) { key, slice in
      if JSONScanner.key(bytes.span, key, is: "type") { found = slice.text(in: bytes.span) }
    }
    #expect(found == value)
  }
}
