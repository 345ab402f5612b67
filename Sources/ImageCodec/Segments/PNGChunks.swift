/// A PNG taken apart at its chunks (PNG, third edition, 5.3) without decoding it.
struct PNGChunks {
  struct Chunk {
    let type: String
    /// Length, type, data and CRC.
    let bytes: ArraySlice<UInt8>
  }

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// From the header to the end chunk.
  let chunks: [Chunk]

  /// Takes a file apart; nil if its lengths make no sense, or its end is missing.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.signature) else { return nil }
    var chunks: [Chunk] = []
    var place = 8
    while chunks.last?.type != "IEND" {
      guard place + 12 <= bytes.count else { return nil }
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - place - 12 else { return nil }
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      chunks.append(Chunk(type: type, bytes: bytes[place..<place + 12 + length]))
      place += 12 + length
    }
    self.chunks = chunks
  }

  /// A chunk that says the orientation and nothing else.
  static func exif(orientation: Int) -> [UInt8] {
    let body = Array("eXIf".utf8) + MinimalExif.block(orientation: orientation)
    let length = UInt8(body.count - 4)
    let sum = crc32(body)
    return [0, 0, 0, length] + body
      + (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) }
  }

  /// The CRC of a few bytes (PNG, third edition, annex D), bit by bit.
  static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var rest: UInt32 = .max
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return ~rest
  }
}

extension PNGChunks.Chunk {
  /// Chunks that say what the samples mean (11.3.2), which another encoding of them needs too.
  private static let colour: Set<String> = ["cHRM", "gAMA", "iCCP", "sRGB", "cICP", "mDCV", "cLLI"]
  /// Chunks without which the picture is not whole: transparency and the frames of an animation.
  private static let picture: Set<String> = [
    "tRNS", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
  ]

  var saysColour: Bool { Self.colour.contains(type) && isSound }

  /// Decoders pass over a chunk whose CRC is wrong, and some refuse the whole file for it.
  private var isSound: Bool {
    let sum = bytes.suffix(4).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    return PNGChunks.crc32(bytes.dropFirst(4).dropLast(4)) == sum
  }

  /// Whether decoders need it, or it says what the samples mean; all else is metadata.
  var isNeeded: Bool {
    type.utf8.first.map { (0x41...0x5A).contains($0) } == true || saysColour
      || Self.picture.contains(type) && isSound
  }
}
