package import ByteText

/// Which checks `verify` makes.
package struct CheckSelection: Sendable {
  /// What can be asked for; the raw values are the words of the command line.
  package enum Kind: String, Sendable, CaseIterable {
    /// Whether every file is a sound image.
    case soundness
    /// Whether names, catalog and lists of sums agree with the files.
    case records
    /// Whether classes are filled and portably named.
    case classes
    /// Whether bytes or pixels occur twice.
    case sameness
    /// Whether pictures occur twice, changed a little.
    case likeness
    /// Whether pictures can be seen and are shaped like the others.
    case quality
    /// What changes how loaders see a picture.
    case notes
  }

  /// The findings of quality, each of which can be asked for alone.
  package static let qualityCodes: [Finding.Code] = [
    .dark, .light, .blurry, .lowInformation, .oddSize, .oddAspect, .greyscale,
  ]

  /// Every word that ``init(words:)`` knows.
  package static var words: [ByteString] {
    Kind.allCases.map { ByteString($0.rawValue) } + qualityCodes.map { ByteString($0.rawValue) }
  }

  var kinds: Set<Kind>
  /// Which findings of quality are wanted.
  var quality: Set<Finding.Code>

  /// All checks.
  package static let all = CheckSelection(
    kinds: Set(Kind.allCases), quality: Set(qualityCodes))

  private init(kinds: Set<Kind>, quality: Set<Finding.Code>) {
    self.kinds = kinds
    self.quality = quality
  }

  /// The checks of words; with only words that begin with `no-`, all but those.
  ///
  /// - Returns: nil for a word that is unknown, which is then in `unknown`.
  package init?(words: [ByteString], unknown: inout ByteString) {
    let isWithout = words.allSatisfy { $0.hasPrefix("no-") }
    self = isWithout ? .all : CheckSelection(kinds: [], quality: [])
    for word in words {
      let isLess = word.hasPrefix("no-")
      let name = isLess ? ByteString(word.bytes.dropFirst(3)) : word
      if let kind = Kind.allCases.first(where: { ByteString($0.rawValue) == name }) {
        set(kind, isLess)
      } else if let code = Self.qualityCodes.first(where: { ByteString($0.rawValue) == name }) {
        if isLess { quality.remove(code) } else { quality.insert(code) }
      } else {
        unknown = word
        return nil
      }
    }
    if quality.isEmpty { kinds.remove(.quality) } else { kinds.insert(.quality) }
  }

  private mutating func set(_ kind: Kind, _ isLess: Bool) {
    if isLess { kinds.remove(kind) } else { kinds.insert(kind) }
    if kind == .quality { quality = isLess ? [] : Set(Self.qualityCodes) }
  }
}
