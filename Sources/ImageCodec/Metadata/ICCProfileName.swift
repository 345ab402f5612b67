/// The description of an ICC profile, from the front of its bytes; nil when it cannot be read.
///
/// The `desc` tag (ICC.1:2022, 9.2.41) is a `textDescriptionType` in version 2 (ICC.1:2001-04, 6.5.17:
/// ASCII) and a `multiLocalizedUnicodeType` in version 4 (10.15: UTF-16BE, English preferred). Control
/// characters are dropped; at most 120 characters are kept.
func iccProfileName(_ profile: [UInt8]) -> String? {
  let reader = MetadataReader(bytes: profile)
  guard let count = reader.uint32(at: 128) else { return nil }
  for index in 0..<min(count, 100) {
    let entry = 132 + 12 * index
    guard let signature = reader.uint32(at: entry), let offset = reader.uint32(at: entry + 4) else {
      return nil
    }
    guard signature == Signature.desc else { continue }
    switch reader.uint32(at: offset) {
    case Signature.desc: return clean(asciiDescription(at: offset, in: reader))
    case Signature.mluc: return clean(localisedDescription(at: offset, in: reader))
    default: return nil
    }
  }
  return nil
}

/// Signatures of four letters, as the numbers they are read as.
private enum Signature {
  static let desc = 0x6465_7363
  static let mluc = 0x6D6C_7563
}

private func asciiDescription(at offset: Int, in reader: MetadataReader) -> String? {
  guard let count = reader.uint32(at: offset + 8),
    let bytes = reader.slice(at: offset + 12, count: min(count, 1000))
  else { return nil }
  return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
}

private func localisedDescription(at offset: Int, in reader: MetadataReader) -> String? {
  guard let records = reader.uint32(at: offset + 8) else { return nil }
  var first: String?
  for index in 0..<min(records, 100) {
    let record = offset + 16 + 12 * index
    guard let language = reader.uint16(at: record), let count = reader.uint32(at: record + 4),
      let place = reader.uint32(at: record + 8),
      let bytes = reader.slice(at: offset + place, count: min(count, 1000) & ~1)
    else { break }
    let start = bytes.startIndex
    let units = (0..<bytes.count / 2).map {
      UInt16(bytes[start + 2 * $0]) << 8 | UInt16(bytes[start + 2 * $0 + 1])
    }
    let text = String(decoding: units, as: UTF16.self)
    if language == 0x656E { return text }
    first = first ?? text
  }
  return first
}

private func clean(_ text: String?) -> String? {
  guard let text else { return nil }
  let kept = text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  let name = String(String.UnicodeScalarView(kept.prefix(120)))
  return name.allSatisfy(\.isWhitespace) ? nil : name
}
