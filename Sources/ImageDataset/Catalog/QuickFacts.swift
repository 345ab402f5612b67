internal import ByteText
internal import ImageAnalysis
internal import ImageCodec

/// An `added` line that is written just as ``CatalogRecord/line`` writes most: read in one walk, without
/// a general scanner and without memory of its own.
struct QuickFacts {
  /// A colour, 0xRRGGBB, its share in ten-thousandths, and its name as a place in
  /// ``ColourNames/all``.
  struct Colour {
    var packed: UInt32 = 0
    var share: UInt16 = 0
    var name: UInt8 = 0
  }

  var head: CatalogLine.QuickHead
  var width: Int
  var height: Int
  var orientation: Int
  var mode: PixelMode
  /// The first ``colourCount`` of them.
  var colours = InlineArray<5, Colour>(repeating: Colour())
  var colourCount = 0
  var fingerprint: UInt64
  var crc32: UInt32?
  var icc: Range<Int>?
  var hasGPS: Bool
  var source: Range<Int>

  /// - Returns: nil for any other line, which is then to be read whole.
  init?(_ line: Span<UInt8>) {
    let facts = line.walk { Self.read(&$0) }
    guard let facts else { return nil }
    self = facts
  }

  private init(_ head: CatalogLine.QuickHead, _ mode: PixelMode) {
    self.head = head
    self.mode = mode
    (width, height, orientation, fingerprint) = (0, 0, 0, 0)
    (hasGPS, source) = (false, 0..<0)
  }

  private static func read(_ cursor: inout LineCursor) -> QuickFacts? {
    guard let head = CatalogLine.quickHead(&cursor), head.bytes > 0, cursor.take("\"width\":"),
      let width = cursor.number(), width > 0, cursor.take(",\"height\":"),
      let height = cursor.number(), height > 0, cursor.take(",\"orientation\":"),
      let orientation = cursor.number(), (1...8).contains(orientation),
      cursor.take(",\"mode\":\""), let word = cursor.text(),
      let mode = cursor.key(word).flatMap({ mode(of: $0) }), cursor.take("\",\"colours\":[")
    else { return nil }
    var facts = QuickFacts(head, mode)
    (facts.width, facts.height, facts.orientation) = (width, height, orientation)
    guard facts.readColours(&cursor), cursor.take(",\"phash\":\""),
      let fingerprint = cursor.hexadecimal16(), cursor.take("\"")
    else { return nil }
    facts.fingerprint = fingerprint
    if cursor.take(",\"crc32\":\"") {
      guard let crc32 = cursor.hexadecimal8(), cursor.take("\"") else { return nil }
      facts.crc32 = crc32
    }
    if cursor.take(",\"icc\":\"") {
      facts.icc = cursor.text()
      guard facts.icc != nil, cursor.take("\"") else { return nil }
    }
    facts.hasGPS = cursor.take(",\"gps\":true")
    guard cursor.take(",\"source\":\""), let source = cursor.text(),
      cursor.take(
        head.isPrivate ? "\",\"visibility\":\"private\"}" : "\",\"visibility\":\"public\"}"),
      cursor.isAtEnd
    else { return nil }
    facts.source = source
    return facts
  }

  /// Reads colours up to the bracket that closes them.
  private mutating func readColours(_ cursor: inout LineCursor) -> Bool {
    if cursor.take("]") { return true }
    while colourCount < colours.count {
      guard cursor.take("{\"hex\":\"#"), let packed = cursor.hexadecimal6(),
        cursor.take("\",\"share\":"), let share = cursor.share(), cursor.take(",\"name\":\""),
        let word = cursor.text(),
        let name = cursor.key(word).flatMap({ ColourWords.place(of: $0) }),
        cursor.take("\"}")
      else { return false }
      colours[colourCount] = Colour(
        packed: packed, share: UInt16(share), name: UInt8(name))
      colourCount += 1
      if cursor.take("]") { return true }
      guard cursor.take(",") else { return false }
    }
    return false
  }

  private static func mode(of key: WordKey) -> PixelMode? {
    modes.first { $0.key == key }?.mode
  }

  private static let modes = PixelMode.allCases.map {
    (key: WordKey($0.name), mode: $0)
  }
}

extension ImageFacts {
  /// The facts of a line that was read quickly; nil if its digest is none.
  init?(_ quick: QuickFacts, of line: Span<UInt8>) {
    let digits = line.array(quick.head.sha256..<quick.head.sha256 + 64)
    guard let sha256 = Hexadecimal.decode(digits) else { return nil }
    let colours = (0..<quick.colourCount).map { place in
      let colour = quick.colours[place]
      return DominantColour(
        red: UInt8(colour.packed >> 16), green: UInt8(colour.packed >> 8 & 255),
        blue: UInt8(colour.packed & 255), share: Double(colour.share) / 10_000,
        name: ColourNames.all[Int(colour.name)])
    }
    self.init(
      sha256: sha256, bytes: quick.head.bytes, crc32: quick.crc32, format: quick.head.format,
      width: quick.width,
      height: quick.height, orientation: quick.orientation, mode: quick.mode, colours: colours,
      fingerprint: quick.fingerprint,
      icc: quick.icc.map { ByteString(line.array($0)) }, hasGPS: quick.hasGPS, warnings: [])
  }
}
