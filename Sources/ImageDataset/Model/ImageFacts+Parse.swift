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
    guard let fingerprint: UInt64 = Hexadecimal.number(try text("phash").bytes) else {
      throw .member("phash")
    }
    var colours: [DominantColour] = []
    if let slice = members["colours"] {
      JSONScanner.array(bytes, in: slice) { element in
        if let colour = DominantColour(element, of: bytes) { colours.append(colour) }
      }
    }
    var warnings: [ByteString] = []
    if let slice = members["warnings"] {
      JSONScanner.array(bytes, in: slice) { element in
        if let warning = element.text(in: bytes) { warnings.append(warning) }
      }
    }
    self.init(
      sha256: digest, bytes: try count("bytes"),
      crc32: members["crc32"]?.text(in: bytes).flatMap { Hexadecimal.number($0.bytes) },
      format: format, width: try count("width"),
      height: try count("height"), orientation: orientation, mode: mode, colours: colours,
      fingerprint: fingerprint, icc: members["icc"]?.text(in: bytes),
      hasGPS: members["gps"]?.truth(in: bytes) ?? false, warnings: warnings)
  }
}

extension DominantColour {
  /// Reads `{"hex":…,"share":…,"name":…}`; nil if it is none.
  init?(_ slice: JSONSlice, of bytes: Span<UInt8>) {
    var number: UInt32?
    var share: Double?
    var word: String?
    JSONScanner.object(bytes, in: slice) { key, value in
      if JSONScanner.key(bytes, key, is: "hex"), let text = value.text(in: bytes), text.count == 7 {
        number = Hexadecimal.number(text.bytes.dropFirst())
      } else if JSONScanner.key(bytes, key, is: "share") {
        share = value.double(in: bytes)
      } else if JSONScanner.key(bytes, key, is: "name") {
        word = value.text(in: bytes)?.displayed
      }
    }
    guard let number, let share else { return nil }
    // A name that is none of ours would be one that no search finds.
    if let known = word, ColourNames.basicName(of: known) == nil { word = nil }
    self.init(
      red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255),
      share: share, name: word)
  }
}
