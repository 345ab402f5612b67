@testable import ImageCodec

/// A block says a possible orientation, whatever it holds.
func fuzzExif(_ input: [UInt8]) {
  require(1...8 ~= ExifFacts(input).orientation, "an orientation that does not exist")
}

/// A profile's name is short, visible and free of controls, or there is none.
func fuzzICC(_ input: [UInt8]) {
  guard let name = iccProfileName(input) else { return }
  require(!name.allSatisfy(\.isWhitespace), "a name nobody can see")
  require(name.unicodeScalars.count <= 120, "a name that is too long")
  require(!name.unicodeScalars.contains { $0.properties.generalCategory == .control }, "a control")
}

/// Any bytes have a type, and as the front of a longer file too.
func fuzzMediaType(_ input: [UInt8]) {
  for isWhole in [true, false] {
    let type = detectMediaType(input.span, isWhole: isWhole)
    let parts = type.name.split(separator: "/", omittingEmptySubsequences: false)
    require(parts.count == 2 && parts.allSatisfy { !$0.isEmpty }, "no media type")
    require(type.name.utf8.allSatisfy { 0x21...0x7E ~= $0 }, "a media type of odd letters")
  }
}
