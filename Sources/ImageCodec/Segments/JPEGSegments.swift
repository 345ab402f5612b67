/// A JPEG taken apart at its markers (ITU-T T.81, annex B) without decoding it.
struct JPEGSegments {
  /// Everything from a marker to the next, fill bytes and strays between segments left out.
  struct Segment {
    /// The second byte of the marker.
    let marker: UInt8
    /// The bytes from the marker on, with the coded data that follows a scan's header.
    let bytes: ArraySlice<UInt8>

    /// The data behind marker and length.
    var data: ArraySlice<UInt8> { bytes.dropFirst(4) }
  }

  /// From behind the start of the image to before its end.
  let segments: [Segment]

  /// Takes a file apart; nil if its markers make no sense, or its end is missing.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var segments: [Segment] = []
    var place = 2
    while true {
      guard let next = Self.marker(in: bytes, from: place) else { return nil }
      let marker = bytes[next + 1]
      if marker == 0xD9 { break }
      if (0xD0...0xD8).contains(marker) || marker == 0x01 {
        place = next + 2
        continue
      }
      guard next + 3 < bytes.count else { return nil }
      var end = next + 2 + Int(bytes[next + 2]) << 8 + Int(bytes[next + 3])
      guard end >= next + 4, end <= bytes.count else { return nil }
      if marker == 0xDA { end = Self.endOfScan(in: bytes, from: end) }
      segments.append(Segment(marker: marker, bytes: bytes[next..<end]))
      place = end
    }
    self.segments = segments
  }

  /// Where the next marker begins, bytes that are none passed over as decoders do.
  private static func marker(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, bytes[place + 1] != 0, bytes[place + 1] != 0xFF { return place }
      place += 1
    }
    return nil
  }

  /// Where coded data ends: before a marker that is no restart (F.1.2.3).
  private static func endOfScan(in bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while let next = marker(in: bytes, from: place) {
      guard (0xD0...0xD7).contains(bytes[next + 1]) else { return next }
      place = next + 2
    }
    return bytes.count
  }
}

extension JPEGSegments.Segment {
  /// Whether this is part of an ICC profile (ICC.1:2022, B.4).
  var isProfile: Bool { marker == 0xE2 && data.starts(with: Array("ICC_PROFILE\0".utf8)) }

  /// Whether decoders need it or it says what the colours mean; all else is metadata.
  var isNeeded: Bool {
    switch marker {
    case 0xEE: data.starts(with: Array("Adobe".utf8))
    case 0xE0...0xEF: isProfile
    case 0xFE: false
    default: true
    }
  }

  /// A JFIF header without its thumbnail (ITU-T T.871, 10.1); nil for another segment.
  var plainJFIF: [UInt8]? {
    guard marker == 0xE0, data.count >= 14, data.starts(with: Array("JFIF\0".utf8)) else {
      return nil
    }
    return [0xFF, 0xE0, 0, 16] + data.prefix(12) + [0, 0]
  }

  /// A segment that says the orientation and nothing else.
  static func exif(orientation: Int) -> [UInt8] {
    let data = Array("Exif\0\0".utf8) + MinimalExif.block(orientation: orientation)
    return [0xFF, 0xE1, 0, UInt8(data.count + 2)] + data
  }
}
