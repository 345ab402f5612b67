internal import CImageCodecs

extension ImageHeader {
  /// Reads the header out of what the C decoder found.
  init(_ facts: imgds_facts, format: ImageFormat) throws(DecodeRefusal) {
    let colour =
      switch Int(facts.colour) {
      case IMGDS_COLOUR_GRAY: "gray"
      case IMGDS_COLOUR_GRAY_ALPHA: "graya"
      case IMGDS_COLOUR_RGB: "rgb"
      case IMGDS_COLOUR_RGB_ALPHA: "rgba"
      case IMGDS_COLOUR_PALETTE: "palette"
      case IMGDS_COLOUR_CMYK: "cmyk"
      default: "ycck"
      }
    guard let mode = PixelMode(rawValue: "\(colour)\(facts.depth)") else {
      throw DecodeRefusal(
        code: .unsupportedFormat, mediaType: format.mediaType,
        message: "\(colour) of \(facts.depth) bits is not supported")
    }
    self.init(format: format, width: Int(facts.width), height: Int(facts.height), mode: mode)
  }
}
