import ByteText
import TestKit
import Testing

struct Base64DecodingTests {
  /// The test vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `writes and reads the vectors of the standard`(text: String, encoded: String) {
    #expect(Base64.encode(ByteString(text)) == ByteString(encoded))
    #expect(Base64.decode(ByteString(encoded)) == ByteString(text))
  }

  @Test func `reads back every byte`() {
    let bytes = ByteString((0...255).map { UInt8($0) })
    #expect(Base64.decode(Base64.encode(bytes)) == bytes)
  }

  @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "Zh==", "Z=g=", "====", "Zm9v\n", "Zm-_", " Zg=="])
  func `reads nothing but what it writes`(text: String) {
    #expect(Base64.decode(ByteString(text)) == nil)
  }
}
