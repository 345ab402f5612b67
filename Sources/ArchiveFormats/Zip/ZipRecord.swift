/// What a directory says of one entry, and what was learned of it since.
///
/// Sizes and offsets are resolved from Zip64 fields. The name lies in the buffer of `ZipEntries`.
struct ZipRecord: Sendable {
  /// Where the name begins in the buffer of names.
  var nameStart = 0
  var size: UInt64
  var compressedSize: UInt64
  var headerOffset: UInt64
  /// Where the content begins, once the local header has been read.
  var contentOffset: UInt64 = 0
  var crc32: UInt32
  var nameCount: UInt16
  var version: UInt16
  var flags: UInt16
  var method: UInt16
  var time: UInt16
  var date: UInt16
  /// The upper half of the external attributes, whatever system the entry claims to be made by:
  /// readers take it for the Unix mode without asking.
  var mode: UInt16
  /// Whether the content lies where the directory says and in a form that is read here.
  var isReadable = true

  /// Whether one of these general-purpose bits is set.
  func has(_ flag: UInt16) -> Bool { flags & flag != 0 }

  /// Puts Zip64 numbers where the fields call for them; false, with nothing changed, if they are
  /// missing.
  mutating func resolve(with extra: inout ZipExtraFields) -> Bool {
    guard let size = extra.resolve(UInt32(clamping: size)),
      let compressedSize = extra.resolve(UInt32(clamping: compressedSize)),
      let headerOffset = extra.resolve(UInt32(clamping: headerOffset))
    else { return false }
    self.size = size
    self.compressedSize = compressedSize
    self.headerOffset = headerOffset
    return true
  }
}
