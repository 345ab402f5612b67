internal import ByteText
internal import ImageAnalysis
internal import ImageCodec

extension SearchTerm {
  private static let keys: [ByteString] = ["class", "id", "format", "colour", "is"]

  /// Understands a term.
  init(_ word: SearchWord, in argument: ByteString) throws(SearchFault) {
    func fault(_ message: String, at offset: Int = 0) -> SearchFault {
      SearchFault(argument: argument, offset: word.offset + offset, message: message)
    }
    guard let colon = word.text.bytes.firstIndex(of: UInt8(ascii: ":")) else {
      throw fault(
        "a term needs a key: \(Self.keys.map { "\($0.displayed):" }.joined(separator: " "))")
    }
    let key = ByteString(word.text.bytes[..<colon])
    let value = ByteString(word.text.bytes[(colon + 1)...])
    guard !value.isEmpty else { throw fault("'\(key.displayed):' needs a value", at: colon) }
    switch key {
    case "class":
      self = .className(value)
    case "id":
      guard value.count <= 16, let _: UInt64 = Hexadecimal.number(value.bytes) else {
        throw fault("an id has up to 16 lower-case hex digits", at: colon + 1)
      }
      self = .id(value)
    case "format":
      guard ImageFormat.allCases.contains(where: { ByteString($0.name) == value }) else {
        throw fault("the formats are jpeg and png", at: colon + 1)
      }
      self = .format(value)
    case "is":
      guard let visibility = Visibility(rawValue: value.displayed) else {
        throw fault("'is:' takes public or private", at: colon + 1)
      }
      self = .visibility(visibility)
    case "colour", "color":
      guard let term = ColourTerm(value) else {
        throw fault(
          "'colour:' takes a name or #rrggbb, and a share as in red>=0.3", at: colon + 1)
      }
      self = .colour(term)
    default:
      let nearest = NearestWord.to(key, among: Self.keys).map {
        ", did you mean '\($0.displayed):'"
      }
      throw fault("there is no key '\(key.displayed):'\(nearest ?? "")")
    }
  }
}

extension ColourTerm {
  /// Reads `red`, `#1e90ff` or either with `>=0.3`; nil if it is none of them.
  init?(_ text: ByteString) {
    var name = text
    var leastShare: Double?
    if let sign = text.bytes.firstIndex(of: UInt8(ascii: ">")) {
      let rest = ByteString(text.bytes[sign...])
      guard rest.hasPrefix(">="), let share = Double(ByteString(rest.bytes.dropFirst(2)).displayed),
        (0...1).contains(share)
      else { return nil }
      leastShare = share
      name = ByteString(text.bytes[..<sign])
    }
    if name.bytes.first == UInt8(ascii: "#") {
      guard name.count == 7,
        let number: UInt32 = Hexadecimal.number(name.asciiLowercased.bytes.dropFirst())
      else { return nil }
      wanted = .exact(number)
    } else {
      let word = name.asciiLowercased.displayed
      guard ColourNames.all.contains(word) || ColourNames.basic.contains(word) else { return nil }
      wanted = .name(word)
    }
    self.leastShare = leastShare
  }
}
