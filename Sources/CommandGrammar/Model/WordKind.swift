import ByteText

/// What kind of word stands at a place: decides what the parser checks and what a shell offers.
enum WordKind: Sendable, Hashable {
  case text
  case className
  case path
  case file
  case folder
  case number(ClosedRange<Int>)
  case choice([String])
  /// Some of these words, joined by commas; the command itself checks them.
  case list([String])
  /// A number of bytes with a unit.
  case size
  /// A number from 0 to 1.
  case share

  /// What is wrong with a word of this kind, said so that it follows the place's name; nil if sound.
  func fault(in word: ByteString) -> String? {
    switch self {
    case .text, .className, .path, .file, .folder, .list:
      return nil
    case .number(let range):
      if let number = Decimal.number(word.bytes), range.contains(number) { return nil }
      let limits =
        range.upperBound == .max
        ? "from \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
      return "takes a whole number \(limits), not '\(word.displayed)'"
    case .size:
      if ByteCount.read(word) != nil { return nil }
      return "takes a size such as 500MB or 1GiB, not '\(word.displayed)'"
    case .share:
      if Self.share(word) != nil { return nil }
      return "takes a number from 0 to 1, not '\(word.displayed)'"
    case .choice(let known):
      if known.contains(where: { ByteString($0) == word }) { return nil }
      let nearest = NearestWord.to(word, among: known.map { ByteString($0) })
      let hint = nearest.map { ", did you mean '\($0.displayed)'" } ?? ""
      return "is one of \(known.joined(separator: ", ")), not '\(word.displayed)'\(hint)"
    }
  }

  /// The number from 0 to 1 that digits and perhaps a point spell.
  static func share(_ word: ByteString) -> Double? {
    let isPlain = word.bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard isPlain, let number = Double(word.displayed), (0...1).contains(number) else { return nil }
    return number
  }
}
