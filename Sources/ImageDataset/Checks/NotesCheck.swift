internal import ByteText
internal import ImageCodec

/// What is no fault, but changes what a loader sees or what a picture gives away.
struct NotesCheck: Check {
  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    guard let facts = picture.facts else { return }
    let file = picture.picture.file
    if facts.hasGPS { report(Finding(.gps, file, "it tells where it was taken")) }
    if facts.orientation != 1 {
      report(
        Finding(
          .orientation, file,
          "EXIF orientation \(facts.orientation), which some loaders apply and others do not"))
    }
    let mode = facts.mode.name
    if mode.hasPrefix("cmyk") || mode.hasPrefix("ycck") {
      report(Finding(.cmyk, file, "its mode is \(mode), which loaders turn into RGB differently"))
    }
    if mode.hasSuffix("16") {
      report(Finding(.sixteenBit, file, "its mode is \(mode), which many loaders cut to 8 bits"))
    }
    if mode.hasPrefix("graya") || mode.hasPrefix("rgba") {
      report(Finding(.alpha, file, "its mode is \(mode), whose transparency many loaders drop"))
    }
  }
}
