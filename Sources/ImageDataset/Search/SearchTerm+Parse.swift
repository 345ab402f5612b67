internal import ByteText
internal import ImageCodec

extension SearchTerm {
  private static let keys: [ByteString] = [
    "class", "label", "by", "id", "colour", "color", "suggested", "format", "mode", "source",
    "size",
    "is",
  ]
  private static let measures = Comparison.Measure.allCases.map { ByteString($0.rawValue) }

  /// Understands a term.
  init(_ word: SearchWord, in argument: ByteString) throws(SearchFault) {
    func fault(_ message: String, at place: Int) -> SearchFault {
      SearchFault(argument: argument, offset: word.places[place], message: message)
    }
    if word.isNegated {
      throw fault("there is no negation, quote the word to look for it", at: 0)
    }
    let sign = word.sign ?? word.text.count
    let key = ByteString(word.text.bytes[..<sign])
    let isKnown = Self.keys.contains(key) || Self.measures.contains(key)
    if word.sign == nil || word.isSignKept && !isKnown {
      guard let term = WordTerm(word.text) else {
        throw fault("a word needs a letter or a digit", at: 0)
      }
      self = .words(term)
      return
    }
    do throws(Fault) {
      self =
        word.text.bytes[sign] == UInt8(ascii: ":")
        ? try Self.keyed(key, ByteString(word.text.bytes[(sign + 1)...]))
        : try Self.compared(key, ByteString(word.text.bytes[sign...]))
    } catch {
      switch error {
      case .key(let message): throw fault(message, at: 0)
      case .sign(let message): throw fault(message, at: sign)
      case .value(let message, let offset): throw fault(message, at: sign + 1 + offset)
      }
    }
  }

  /// What is wrong with a term, and in which part of it.
  private enum Fault: Error {
    case key(String)
    case sign(String)
    case value(String, at: Int = 0)
  }

  private static func keyed(_ key: ByteString, _ value: ByteString) throws(Fault) -> SearchTerm {
    guard !value.isEmpty || !keys.contains(key) else {
      throw .sign("'\(key.displayed):' needs a value")
    }
    switch key {
    case "class": return .className(value)
    case "label": return .label(value)
    case "by": return .contributor(value)
    case "suggested": return .suggested(value)
    case "id":
      guard value.count <= 16, let _: UInt64 = Hexadecimal.number(value.bytes) else {
        throw .value("an id has up to 16 lower-case hex digits")
      }
      return .id(value)
    case "format":
      return .format(
        try choice(value, of: ImageFormat.allCases, "the formats are") { $0.name })
    case "mode":
      return .mode(try choice(value, of: PixelMode.allCases, "the modes are") { $0.name })
    case "is":
      if value == "suggested" { return .wasSuggested }
      guard let visibility = Visibility(rawValue: value.displayed) else {
        throw .value("'is:' takes public, private or suggested")
      }
      return .visibility(visibility)
    case "source":
      guard let term = SourceTerm(value) else { throw .value("'source:' needs a file or folder") }
      return .source(term)
    case "size":
      let sides = value.split(on: UInt8(ascii: "x")).map { Decimal.number($0.bytes) }
      guard sides.count == 2, let width = sides[0], let height = sides[1] else {
        throw .value("a size is as in 'size:640x480'")
      }
      return .size(width: width, height: height)
    case "colour", "color":
      do throws(ColourTerm.Fault) {
        return .colour(try ColourTerm(value))
      } catch {
        throw .value(error.message, at: error.offset)
      }
    default:
      if measures.contains(key) { return try compared(key, "=" + value) }
      throw unknown(key)
    }
  }

  /// A comparison, of which `rest` begins with the sign.
  private static func compared(_ key: ByteString, _ rest: ByteString) throws(Fault) -> SearchTerm {
    guard let measure = Comparison.Measure(rawValue: key.displayed),
      let sign = Comparison.Sign.allCases.first(where: { rest.hasPrefix(ByteString($0.rawValue)) })
    else {
      throw keys.contains(key)
        ? .sign("'\(key.displayed)' is not compared, write '\(key.displayed):'") : unknown(key)
    }
    let value = ByteString(rest.bytes.dropFirst(sign.rawValue.utf8.count))
    guard let comparison = Comparison(measure, sign, value) else {
      let example = measure == .added ? "a date or time, as in 2026-01-31" : "a whole number"
      throw .value(
        "'\(key.displayed)' is compared with \(example)", at: sign.rawValue.utf8.count - 1)
    }
    return .comparison(comparison)
  }

  private static func choice<Choice>(
    _ value: ByteString, of choices: [Choice], _ words: String, name: (Choice) -> String
  ) throws(Fault) -> Choice {
    if let found = choices.first(where: { ByteString(name($0)) == value }) { return found }
    throw .value("\(words) \(choices.map(name).joined(separator: " "))")
  }

  private static func unknown(_ key: ByteString) -> Fault {
    let nearest = NearestWord.to(key, among: keys + measures)
    let hint = nearest.map { ", did you mean '\($0.displayed)'" }
    return .key(
      "there is no key '\(key.displayed)'\(hint ?? ", quote the term if it is words")")
  }
}
