internal import ByteText
internal import ImageAnalysis

/// Whole words, whatever their case, that stand one behind the other in what is said of an image: the
/// names of its colours, its class, labels, description or contributor; or the beginning of its id.
///
/// Never a part of a word: `e` finds nothing in `red`, and `red` nothing in `tired`.
struct WordTerm: Sendable {
  private let words: FoldedWords
  /// Names of colours, basic and finer, that hold the words.
  private let colours: Set<String>
  /// The first digits of an id and how many they are, if the words could be that.
  private let idStart: (number: UInt64, digits: Int)?

  private static let fewestIDDigits = 8

  /// Takes what the user typed; nil if it holds no letter and no digit.
  init?(_ text: ByteString) {
    words = FoldedWords(of: text)
    guard !words.isEmpty else { return nil }
    let wanted = FoldedWords(of: ColourTerm.standardName(text))
    colours = Set(
      ColourNames.all.filter { name in
        [name, ColourNames.basicName(of: name) ?? name].contains {
          wanted.stands(in: ByteString($0))
        }
      })
    let digits = text.asciiLowercased
    idStart =
      (Self.fewestIDDigits...16).contains(digits.count)
      ? Hexadecimal.number(digits.bytes).map { ($0, digits.count) } : nil
  }

  func fits(_ record: ImageRecord) -> Bool {
    if starts(record.facts.id) { return true }
    if !colours.isEmpty,
      ColourTerm.large(record.facts.colours).contains(where: { colours.contains($0.name) })
    {
      return true
    }
    return fits(name: record.className) || fits(name: record.by)
      || record.labels.contains { words.stands(in: $0) }
      || record.description.map { words.stands(in: $0) } ?? false
  }

  /// Whether the words are the beginning of an id.
  func starts(_ id: ImageID) -> Bool {
    idStart.map { id.number >> UInt64(64 - 4 * $0.digits) == $0.number } ?? false
  }

  /// Whether the words stand in the name of a class or contributor.
  func fits(name: ByteString) -> Bool { words.stands(in: name) }

  /// Whether the words stand in the name of a colour, or in that of the basic one it belongs to.
  func fits(colour word: String) -> Bool { colours.contains(word) }
}
