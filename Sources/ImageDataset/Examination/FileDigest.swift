internal import ArchiveFormats
internal import ByteText
internal import System

/// The SHA-256 of a whole file.
enum FileDigest {
  static func sha256(of path: ByteString) throws(SystemError) -> [UInt8] {
    try sha256(of: OpenFile.reading(path))
  }

  /// The same of a file that lies under a path itself; nil for a link, whose bytes are another file's
  /// and go with it, and for whatever is no file.
  static func sha256(ofOwn path: ByteString) throws(SystemError) -> [UInt8]? {
    let there = try Files.status(path, followingLinks: false)
    guard there.kind == .regular else { return nil }
    let file = try OpenFile.reading(path)
    guard try there.isSameFile(as: file.status()) else { return nil }
    return try sha256(of: file)
  }

  private static func sha256(of file: consuming OpenFile) throws(SystemError) -> [UInt8] {
    let reader = FileReader(file)
    let stream = HashingStream(reader)
    stream.drain()
    if let failure = reader.failure { throw failure }
    return stream.sha256()
  }
}
