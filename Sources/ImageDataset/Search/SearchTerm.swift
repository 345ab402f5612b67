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
    case .source(let term): term.fits(record.source)
    case .size(let width, let height): record.facts.width == width && record.facts.height == height
    case .visibility(let visibility): record.visibility == visibility
    case .wasSuggested: !record.suggested.isEmpty
    case .comparison(let comparison): comparison.fits(record)
    }
  }
}
