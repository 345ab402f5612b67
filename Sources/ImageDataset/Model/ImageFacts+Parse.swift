internal import ByteText
internal import ImageAnalysis
internal import ImageCodec

extension ImageFacts {
  /// Reads the facts of an `added` line.
  ///
  /// - Throws: ``CatalogLine/Fault`` naming the first member that is missing or makes no sense.
  init(members: JSONMembers, of bytes: Span<UInt8>) throws(CatalogLine.Fault) {
    func text(_ key: StaticString) throws(CatalogLine.Fault) -> ByteString {
      guard let text = members[key]?.text(in: bytes) else {
        throw .member(key)
      }
      return text
    }
    func count(_ key: StaticString) throws(CatalogLine.Fault) -> Int {
      guard let number = members[key]?.integer(in: bytes), number > 0
      else {
        throw .member(key)
      }
      return number
    }

    let digits = try text("sha256")
    guard let digest = Hexadecimal.decode(digits.bytes), digest.count == 32 else {
      throw .member("sha256")
    }
    let formatName = try text("format").displayed
    guard let format = ImageFormat(rawValue: formatName) else { throw .member("format") }
    guard let mode = PixelMode(rawValue: try text("mode").displayed) else { throw .member("mode") }
    let orientation = try count("orientation")
    guard (1...8).contains(orientation) else { throw .member("orientation") }
    let phash = try text("phash").bytes
    guard phash.count == 16, let fingerprint: UInt64 = Hexadecimal.number(phash) else {
      throw .member("phash")
    }
    var colours: [DominantColour] = []
    if let slice = members["colours"] {
      guard let listed = DominantColour.list(slice, of: bytes) else { throw .member("colours") }
      colours = listed
    }
    var crc32: UInt32?
    if let digits = try members.text("crc32", in: bytes) {
      crc32 = digits.count == 8 ? Hexadecimal.number(digits.bytes) : nil
      guard crc32 != nil else { throw .member("crc32") }
    }
    var hasGPS = false
    if let slice = members["gps"] {
      guard let truth = slice.truth(in: bytes) else { throw .member("gps") }
      hasGPS = truth
    }
    self.init(
      sha256: digest, bytes: try count("bytes"),
      crc32: crc32, format: format, width: try count("width"),
      height: try count("height"), orientation: orientation, mode: mode, colours: colours,
      fingerprint: fingerprint, icc: try members.text("icc", in: bytes), hasGPS: hasGPS,
      warnings: try members.texts("warnings", in: bytes) ?? [])
  }
}

extension DominantColour {
  /// Reads an array of colours; nil for anything else.
  static func list(_ slice: JSONSlice, of bytes: Span<UInt8>) -> [DominantColour]? {
    guard slice.kind == .array else { return nil }
    var colours: [DominantColour] = []
    var isSound = true
    JSONScanner.array(bytes, in: slice) { element in
      if let colour = DominantColour(element, of: bytes) {
        colours.append(colour)
      } else {
        isSound = false
      }
    }
    return isSound ? colours : nil
  }

  /// Reads `{"hex":…,"share":…,"name":…}`; nil if it is none.
  init?(_ slice: JSONSlice, of bytes: Span<UInt8>) {
    var number: UInt32?
    var share: Double?
    var word: String?
    JSONScanner.object(bytes, in: slice) { key, value in
      if JSONScanner.key(bytes, key, is: "hex"), let text = value.text(in: bytes), text.count == 7,
        text.hasPrefix("#")
      {
        number = Hexadecimal.number(text.bytes.dropFirst())
      } else if JSONScanner.key(bytes, key, is: "share") {
        share = value.double(in: bytes)
      } else if JSONScanner.key(bytes, key, is: "name") {
        word = value.text(in: bytes)?.displayed
      }
    }
    guard let number, let share, (0...1).contains(share) else { return nil }
    // A name that is none of ours would be one that no search finds.
    if let known = word, ColourNames.basicName(of: known) == nil { word = nil }
    self.init(
      red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255),
      share: share, name: word)
  }
}
