/// What is read of an EXIF block: which way up the picture is, and whether it tells a place.
///
/// The block is a TIFF structure (Exif 3.0, 4.5; TIFF 6.0, section 2), kept up to 64 KiB. Only the first
/// directory and the GPS directory are read, each of at most 1,000 entries.
struct ExifFacts {
  /// GPSLatitude and GPSLongitude; a date or a direction alone tells no place.
  private static let coordinates = [2, 4]

  private(set) var orientation = 1
  private(set) var hasGPS = false

  /// Reads a block; one that does not parse says nothing.
  init(_ block: [UInt8]) {
    let wrapper: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]
    var reader = MetadataReader(
      bytes: block.starts(with: wrapper) ? Array(block.dropFirst(wrapper.count)) : block)
    switch reader.uint16(at: 0) {
    case 0x4949: reader.isLittleEndian = true
    case 0x4D4D: reader.isLittleEndian = false
    default: return
    }
    guard reader.uint16(at: 2) == 42, let directory = reader.uint32(at: 4) else { return }
    for entry in Self.entries(of: directory, in: reader) {
      switch entry.tag {
      case 0x0112:
        if let value = entry.value, (1...8).contains(value) { orientation = value }
      case 0x8825:
        guard let place = entry.value else { continue }
        let found = Self.entries(of: place, in: reader)
        hasGPS = hasGPS || found.contains { Self.coordinates.contains($0.tag) }
      default:
        continue
      }
    }
  }

  private struct Entry {
    var tag: Int
    /// The value of a single SHORT or LONG.
    var value: Int?
  }

  private static func entries(of directory: Int, in reader: MetadataReader) -> [Entry] {
    guard let count = reader.uint16(at: directory) else { return [] }
    var entries: [Entry] = []
    for index in 0..<min(count, 1000) {
      let start = directory + 2 + 12 * index
      guard let tag = reader.uint16(at: start), let type = reader.uint16(at: start + 2) else {
        break
      }
      let value =
        switch type {
        case 3: reader.uint16(at: start + 8)
        case 4, 13: reader.uint32(at: start + 8)
        default: nil as Int?
        }
      entries.append(Entry(tag: tag, value: value))
    }
    return entries
  }
}
