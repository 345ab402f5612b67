internal import ArchiveFormats
internal import ImageCodec

/// Hands a stream's bytes on to the decoder and hashes, counts and copies them on the way.
///
/// So a source is read once: the bytes hashed are the bytes decoded are the bytes stored.
final class HashingStream: ByteStream {
  private let source: any ByteStream
  private let copy: ((Span<UInt8>) -> Bool)?
  private var digest = SHA256()
  /// The CRC-32 of all bytes read.
  private(set) var crc32: UInt32 = 0
  private(set) var count = 0

  /// - Parameter copy: takes each piece, and says whether it could.
  init(_ source: any ByteStream, copyingTo copy: ((Span<UInt8>) -> Bool)? = nil) {
    self.source = source
    self.copy = copy
  }

  func read(into buffer: inout MutableSpan<UInt8>) -> Int {
    let got = source.read(into: &buffer)
    guard got > 0 else { return got }
    let piece = buffer.span.extracting(..<got)
    digest.update(piece)
    crc32 = CRC32.of(piece, continuing: crc32)
    count += got
    if let copy, !copy(piece) { return -1 }
    return got
  }

  /// Reads what is left, for whoever wants the digest of a file that would not decode.
  func drain() {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var span = buffer.mutableSpan
    while read(into: &span) > 0 {}
  }

  /// The digest of all bytes read, 32 bytes; asked for once, at the end.
  func sha256() -> [UInt8] {
    digest.finish()
  }
}
