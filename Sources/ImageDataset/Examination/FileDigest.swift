internal import ArchiveFormats
internal import ByteText
internal import System

/// The SHA-256 of a whole file.
enum FileDigest {
  static func sha256(of path: ByteString) throws(SystemError) -> [UInt8] {
    let reader = FileReader(try OpenFile.reading(path))
    let stream = HashingStream(reader)
    stream.drain()
    if let failure = reader.failure { throw failure }
    return stream.sha256()
  }
}
