internal import ByteText
internal import Glibc

/// An open file, closed at the end of its life and not inherited by commands.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Opens a file with the flags of open(2).
  init(opening path: ByteString, _ flags: Int32, mode: mode_t = 0o666) throws {
    number = unsafe open(path.cString, flags | O_CLOEXEC, mode)
    guard number >= 0 else { throw SystemFailure("open", path) }
  }

  /// Makes an empty file that has no name.
  init(namelessIn folder: ByteString) throws {
    let name = ByteString("imgds-test-\(UInt64.random(in: .min ... .max))")
    let path = folder.appending(name)
    try self.init(opening: path, O_RDWR | O_CREAT | O_EXCL, mode: 0o600)
    _ = unsafe unlink(path.cString)
  }

  deinit {
    close(number)
  }

  /// All bytes from the start of the file to its end.
  func readAll() throws -> [UInt8] {
    lseek(number, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(number, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure("read", "") }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  /// Writes all bytes at the current place and goes back to the start.
  func writeAll(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes[done...].withUnsafeBytes {
        unsafe write(number, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemFailure("write", "") }
      done += count
    }
    lseek(number, 0, SEEK_SET)
  }
}
