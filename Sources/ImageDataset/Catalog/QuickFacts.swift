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

  private(set) var head = CatalogLine.QuickHead()
  /// The time, as ``Timestamp/seconds``.
  private(set) var seconds = 0
  private(set) var width = 0
  private(set) var height = 0
  private(set) var orientation = 0
  private(set) var mode = PixelMode.gray1
  /// The first ``colourCount`` of them.
  private(set) var colours = InlineArray<5, Colour>(repeating: Colour())
  private(set) var colourCount = 0
  private(set) var fingerprint: UInt64 = 0
  private(set) var crc32: UInt32?
  private(set) var icc: Range<Int>?
  private(set) var hasGPS = false
  private(set) var source = 0..<0

  /// The time that was read last as it stands in the line, with ``seconds``: most lines of a batch
  /// say the same.
  private var lastTime: SIMD3<UInt64>?
  private let colourWords = ColourWords.all

  /// - Returns: nil for any other line, which is then to be read whole.
  init?(_ line: Span<UInt8>) {
    self.init()
    guard read(line, from: 0) != nil else { return nil }
  }

  /// What no line says, to be filled by ``read(_:from:)``: a million lines are read into one value,
  /// since handing so large a one on costs as much as reading it.
  init() {}

  /// Reads the line that begins at a place of some bytes; the ranges are of these.
  ///
  /// - Returns: where it ends, at the end or its newline; nil if it is no such line, and what was read
  ///   is of no use.
  mutating func read(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    bytes.walk(from: start) { cursor in
      // A copy stays in registers, where what was given is a place in memory.
      var own = cursor
      return read(&own) ? own.place : nil
    }
  }

  private mutating func read(_ cursor: inout LineCursor) -> Bool {
    guard head.read(&cursor), head.bytes > 0, readTime(cursor), cursor.take("\"width\":"),
      let width = cursor.number(), width > 0, cursor.take(",\"height\":"),
      let height = cursor.number(), height > 0, cursor.take(",\"orientation\":"),
      let orientation = cursor.number(), 1...8 ~= orientation,
      cursor.take(",\"mode\":\""), let word = cursor.text(),
      let mode = cursor.key(word).flatMap({ Self.mode(of: $0) }),
      cursor.take("\",\"colours\":["), readColours(&cursor), cursor.take(",\"phash\":\""),
      let fingerprint = cursor.hexadecimal16(), cursor.take("\"")
    else { return false }
    (self.width, self.height, self.orientation, self.mode) = (width, height, orientation, mode)
    (self.fingerprint, crc32, icc) = (fingerprint, nil, nil)
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
      cursor.take("\",\"visibility\":\"p")
    else { return false }
    self.source = source
    head.isPrivate = cursor.take("rivate\"}")
    return (head.isPrivate || cursor.take("ublic\"}")) && cursor.isAtEnd
  }

  @inline(__always)
  private mutating func readTime(_ cursor: LineCursor) -> Bool {
    let time = cursor.twenty(head.time)
    if let time, time == lastTime { return true }
    guard let seconds = cursor.instant(head.time) else { return false }
    (self.seconds, lastTime) = (seconds, time)
    return true
  }

  /// Reads colours up to the bracket that closes them.
  @inline(__always)
  private mutating func readColours(_ cursor: inout LineCursor) -> Bool {
    colourCount = 0
    if cursor.take("]") { return true }
    for place in colours.indices {
      guard let colour = cursor.colour(colourWords) else { return false }
      colours[place] = colour
      if cursor.take("]") {
        colourCount = place + 1
        return true
      }
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
      sha256: quick.head.digest(in: line).bytes, bytes: quick.head.bytes, crc32: quick.crc32,
      format: quick.head.format,
      width: quick.width,
      height: quick.height, orientation: quick.orientation, mode: quick.mode, colours: colours,
      fingerprint: quick.fingerprint,
      icc: quick.icc.map { ByteString(line.array($0)) }, hasGPS: quick.hasGPS, warnings: [])
  }
}
