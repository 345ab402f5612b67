internal import ByteText
internal import ImageAnalysis

extension ColourTerm {
  /// Why words do not name a colour, and at which of their bytes.
  struct Fault: Error {
    let offset: Int
    let message: String
  }

  /// Reads `red`, `#1e90ff`, `#f00`, or one of them with `>=0.3`.
  init(_ text: ByteString) throws(Fault) {
    var name = text
    var leastShare: Double?
    if let sign = text.bytes.firstIndex(where: { Array("<>=".utf8).contains($0) }) {
      let rest = ByteString(text.bytes[sign...])
      guard rest.hasPrefix(">=") else {
        throw Fault(offset: sign, message: "a share is compared by '>=', as in 'colour:red>=0.3'")
      }
      guard
        let share = Double(ByteString(rest.bytes.dropFirst(2)).displayed), (0...1).contains(share)
      else {
        throw Fault(offset: sign, message: "a share is from 0 to 1, as in 'colour:red>=0.3'")
      }
      leastShare = share
      name = ByteString(text.bytes[..<sign])
    }
    wanted = try Self.wanted(name)
    self.leastShare = leastShare
  }

  private static func wanted(_ name: ByteString) throws(Fault) -> Wanted {
    if name.bytes.first == UInt8(ascii: "#") {
      var digits = Array(name.asciiLowercased.bytes.dropFirst())
      if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
      guard digits.count == 6, let number: UInt32 = Hexadecimal.number(digits) else {
        throw Fault(offset: 0, message: "a colour in digits is '#rrggbb'")
      }
      return .exact(number)
    }
    let word = standardName(name)
    guard ColourNames.all.contains(word.displayed) else {
      let known = ColourNames.all.map { ByteString($0) }
      let hint =
        NearestWord.to(word, among: known).map { "did you mean '\($0.displayed)'" }
        ?? "basic names are \(ColourNames.basic.joined(separator: " "))"
      throw Fault(offset: 0, message: "no colour has the name '\(name.displayed)', \(hint)")
    }
    return .name(word.displayed)
  }
}
