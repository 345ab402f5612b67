internal import ByteText
internal import ImageCodec

/// One condition on an image.
enum SearchTerm: Sendable {
  case words(WordTerm)
  case className(ByteString)
  case label(ByteString)
  case contributor(ByteString)
  case id(ByteString)
  case colour(ColourTerm)
  case suggested(ByteString)
  case format(ImageFormat)
  case mode(PixelMode)
  case source(SourceTerm)
  case size(width: Int, height: Int)
  case visibility(Visibility)
  case wasSuggested
  case comparison(Comparison)

  func fits(_ record: ImageRecord) -> Bool {
    switch self {
    case .words(let term): term.fits(record)
    case .className(let name): record.className == name
    case .label(let label): record.labels.contains(label)
    case .contributor(let name): record.by == name
    case .id(let prefix): record.facts.id.text.hasPrefix(prefix)
    case .colour(let term): term.fits(record.facts.colours)
    case .suggested(let name): record.suggested.first?.className == name
    case .format(let format): record.facts.format == format
    case .mode(let mode): record.facts.mode == mode
    case .source(let term): term.fits(record.source.bytes.span)
    case .size(let width, let height): record.facts.width == width && record.facts.height == height
    case .visibility(let visibility): record.visibility == visibility
    case .wasSuggested: !record.suggested.isEmpty
    case .comparison(let comparison): comparison.fits(record)
    }
  }
  /// Whether a class or contributor of this name fits, where the term asks for names.
  func fits(name: ByteString) -> Bool {
    switch self {
    case .words(let term): term.fits(name: name)
    case .className(let wanted), .contributor(let wanted): name == wanted
    default: false
    }
  }

  /// Whether a colour of this name fits, where the term asks for names of colours.
  func fits(colour word: String) -> Bool {
    switch self {
    case .words(let term): term.fits(colour: word)
    case .colour(let term): term.fits(word: word)
    default: false
    }
  }

  /// Whether a path fits, where the term asks for one.
  func fits(source: Span<UInt8>) -> Bool {
    guard case .source(let term) = self else { return false }
    return term.fits(source)
  }
}
