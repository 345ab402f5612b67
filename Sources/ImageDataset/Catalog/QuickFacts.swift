internal import ArchiveFormats
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

    /// Its share, 0 to 1.
    var part: Double { Double(share) / 10_000 }
  }

  var head: CatalogLine.QuickHead
  /// The time, as ``Timestamp/seconds``.
  var seconds: Int
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
    self.init()
    guard read(line) else { return nil }
  }

  /// What no line says, to be filled by ``read(_:)``: a million lines are read into one value, since
  /// handing so large a one on costs as much as reading it.
  init() {
    head = CatalogLine.QuickHead(
      id: ImageID(number: 0), className: 0..<0, time: 0..<0, by: 0..<0,
      digest: SHA256Digest((0, 0, 0, 0)), bytes: 0,
      format: .jpeg, isPrivate: false)
    mode = .gray1
    seconds = 0
    (width, height, orientation, fingerprint) = (0, 0, 0, 0)
    (hasGPS, source) = (false, 0..<0)
  }

  /// Reads a line.
  ///
  /// - Returns: whether it is such a line; if not, what was read is of no use.
  mutating func read(_ line: Span<UInt8>) -> Bool {
    line.walk { read(&$0) }
  }

  private mutating func read(_ cursor: inout LineCursor) -> Bool {
    guard let head = CatalogLine.quickHead(&cursor), head.bytes > 0,
      let seconds = cursor.instant(head.time),
      cursor.take("\"width\":"),
      let width = cursor.number(), width > 0, cursor.take(",\"height\":"),
      let height = cursor.number(), height > 0, cursor.take(",\"orientation\":"),
      let orientation = cursor.number(), (1...8).contains(orientation),
      cursor.take(",\"mode\":\""), let word = cursor.text(),
      let mode = cursor.key(word).flatMap({ Self.mode(of: $0) }), cursor.take("\",\"colours\":[")
    else { return false }
    (self.head, self.mode, self.seconds) = (head, mode, seconds)
    (self.width, self.height, self.orientation) = (width, height, orientation)
    (crc32, icc, colourCount) = (nil, nil, 0)
    guard readColours(&cursor), cursor.take(",\"phash\":\""),
      let fingerprint = cursor.hexadecimal16(), cursor.take("\"")
    else { return false }
    self.fingerprint = fingerprint
    if cursor.take(",\"crc32\":\"") {
      guard let crc32 = cursor.hexadecimal8(), cursor.take("\"") else { return false }
      self.crc32 = crc32
    }
    if cursor.take(",\"icc\":\"") {
      icc = cursor.text()
      guard icc != nil, cursor.take("\"") else { return false }
    }
    hasGPS = cursor.take(",\"gps\":true")
    guard cursor.take(",\"source\":\""), let source = cursor.text(),
      cursor.take(
        head.isPrivate ? "\",\"visibility\":\"private\"}" : "\",\"visibility\":\"public\"}"),
      cursor.isAtEnd
    else { return false }
    self.source = source
    return true
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
  /// The facts of a line that was read quickly.
  init(_ quick: QuickFacts, of line: Span<UInt8>) {
    let colours = (0..<quick.colourCount).map { place in
      let colour = quick.colours[place]
      return DominantColour(
        red: UInt8(colour.packed >> 16), green: UInt8(colour.packed >> 8 & 255),
        blue: UInt8(colour.packed & 255), share: colour.part,
        name: ColourNames.all[Int(colour.name)])
    }
    self.init(
      sha256: quick.head.digest.bytes, bytes: quick.head.bytes, crc32: quick.crc32,
      format: quick.head.format,
      width: quick.width,
      height: quick.height, orientation: quick.orientation, mode: quick.mode, colours: colours,
      fingerprint: quick.fingerprint,
      icc: quick.icc.map { ByteString(line.array($0)) }, hasGPS: quick.hasGPS, warnings: [])
  }
}
