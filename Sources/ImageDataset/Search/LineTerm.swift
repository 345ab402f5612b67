internal import ByteText
internal import ImageAnalysis
internal import ImageCodec

/// A term as it is asked of lines that are read quickly, which have neither labels nor a description.
///
/// What a name or a colour's name comes to is found once.
struct LineTerm: Sendable {
  /// What is asked of the facts themselves.
  private enum Question: Sendable {
    case nothing
    case className, contributor, eitherName
    case id(number: UInt64, shift: UInt64)
    case colourName(leastShare: Double?)
    case colour(UInt32, leastShare: Double?)
    case format(ImageFormat)
    case mode(PixelMode)
    case source
    case size(width: Int, height: Int)
    case visibility(Visibility)
    case comparison(Comparison)
  }

  private enum Answer: UInt8 {
    case unknown, yes, no
  }

  private let term: SearchTerm
  private let question: Question
  /// Which of ``ColourNames/all`` fit.
  private let colours: [Bool]
  /// What is known of names, by their numbers in the stretch.
  private var names: [Answer] = []

  init(_ term: SearchTerm) {
    self.term = term
    colours = ColourNames.all.map { term.fits(colour: $0) }
    question =
      switch term {
      case .words: .eitherName
      case .className: .className
      case .contributor: .contributor
      case .id(let prefix): Self.question(ofID: prefix)
      case .colour(let term):
        switch term.wanted {
        case .name: .colourName(leastShare: term.leastShare)
        case .exact(let packed): .colour(packed, leastShare: term.leastShare)
        }
      case .format(let format): .format(format)
      case .mode(let mode): .mode(mode)
      case .source: .source
      case .size(let width, let height): .size(width: width, height: height)
      case .visibility(let visibility): .visibility(visibility)
      case .comparison(let comparison): .comparison(comparison)
      case .label, .suggested, .wasSuggested: .nothing
      }
  }

  private static func question(ofID prefix: ByteString) -> Question {
    guard let number: UInt64 = Hexadecimal.number(prefix.bytes) else { return .nothing }
    return .id(number: number, shift: UInt64(64 - 4 * prefix.count))
  }

  /// - Parameter numbers: those that the entry's class and owner are numbered by.
  mutating func fits(
    _ entry: CatalogIndex.Entry, _ facts: QuickFacts, of line: Span<UInt8>,
    _ numbers: NameNumbers
  ) -> Bool {
    switch question {
    case .nothing: false
    case .className: fits(entry.className, numbers)
    case .contributor: fits(entry.owner, numbers)
    case .eitherName:
      fits(entry.className, numbers) || fits(entry.owner, numbers) || startsID(entry.id)
        || hasColour(facts, nil) { colours[Int($0.name)] }
    case .id(let number, let shift): entry.id.number >> shift == number
    case .colourName(let leastShare): hasColour(facts, leastShare) { colours[Int($0.name)] }
    case .colour(let packed, let leastShare):
      hasColour(facts, leastShare) { ColourTerm.isLike($0.packed, packed) }
    case .format(let format): entry.format == format
    case .mode(let mode): facts.mode == mode
    case .source: term.fits(source: line.extracting(facts.source))
    case .size(let width, let height): facts.width == width && facts.height == height
    case .visibility(let visibility): entry.visibility == visibility
    case .comparison(let comparison): comparison.fits(facts)
    }
  }

  /// Whether a colour large enough is one of those that are meant.
  private func hasColour(
    _ facts: QuickFacts, _ leastShare: Double?, _ isMeant: (QuickFacts.Colour) -> Bool
  ) -> Bool {
    for place in 0..<facts.colourCount {
      let colour = facts.colours[place]
      let isLarge = leastShare.map { colour.part >= $0 }
      guard isLarge ?? (place == 0 || colour.part >= ColourTerm.largeShare) else { continue }
      if isMeant(colour) { return true }
    }
    return false
  }

  private func startsID(_ id: ImageID) -> Bool {
    guard case .words(let words) = term else { return false }
    return words.starts(id)
  }

  private mutating func fits(_ name: Int32, _ numbers: NameNumbers) -> Bool {
    let place = Int(name)
    while names.count <= place { names.append(.unknown) }
    if names[place] == .unknown {
      names[place] = term.fits(name: numbers.names[place]) ? .yes : .no
    }
    return names[place] == .yes
  }
}
