package import ByteText
internal import ImageCodec

/// One condition on an image.
package enum SearchTerm: Sendable {
  case className(ByteString)
  case id(ByteString)
  case format(ByteString)
  case visibility(Visibility)
  case colour(ColourTerm)

  func fits(_ record: ImageRecord) -> Bool {
    switch self {
    case .className(let name): record.className == name
    case .id(let prefix): record.facts.id.text.hasPrefix(prefix)
    case .format(let name): ByteString(record.facts.format.name) == name
    case .visibility(let visibility): record.visibility == visibility
    case .colour(let term): term.fits(record.facts.colours)
    }
  }
}
