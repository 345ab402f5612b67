internal import ByteText
internal import ImageCodec

/// What images are sorted by that only their lines say, as a number that is ordered as it is.
enum LineMeasure: Sendable {
  case added, bytes, height, mode, width
  /// The fingerprint itself: what it is compared with is not known before all is read.
  case fingerprint
  /// The first eight bytes of the path.
  case source

  func key(of facts: QuickFacts, _ line: Span<UInt8>) -> UInt64 {
    switch self {
    case .added: Self.ordered(facts.seconds)
    case .bytes: Self.ordered(facts.head.bytes)
    case .height: Self.ordered(facts.height)
    case .mode: Self.place(of: facts.mode)
    case .width: Self.ordered(facts.width)
    case .fingerprint: facts.fingerprint
    case .source: Self.start(of: line.extracting(facts.source))
    }
  }

  func key(of record: ImageRecord) -> UInt64 {
    switch self {
    case .added: Self.ordered(record.added.seconds)
    case .bytes: Self.ordered(record.facts.bytes)
    case .height: Self.ordered(record.facts.height)
    case .mode: Self.place(of: record.facts.mode)
    case .width: Self.ordered(record.facts.width)
    case .fingerprint: record.facts.fingerprint
    case .source: Self.start(of: record.source.bytes.span)
    }
  }

  private static func ordered(_ number: Int) -> UInt64 {
    UInt64(bitPattern: Int64(number)) ^ 1 << 63
  }

  private static func place(of mode: PixelMode) -> UInt64 {
    UInt64(modes.firstIndex(of: mode) ?? 0)
  }

  private static let modes = PixelMode.allCases.sorted {
    ByteString($0.name) < ByteString($1.name)
  }

  private static func start(of path: Span<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    for place in 0..<8 { number = number << 8 | (place < path.count ? UInt64(path[place]) : 0) }
    return number
  }
}
