internal import CSystem
internal import Glibc

/// Reading and writing.
///
/// A descriptor that another process set to O_NONBLOCK (a terminal, a pipe) is waited on with
/// `poll`, not given up. What calls itself a regular file and yet has nothing to read, as some of
/// /proc, would be waited on for ever: reading it is EAGAIN. Waiting for a standard stream ends with
/// EINTR when an ``Interrupt`` comes; what concerns a file of the dataset is always finished.
extension OpenFile {
  /// Reads on from the file's position into the front of a buffer.
  ///
  /// - Returns: the count of bytes, 0 only at the end (or for an empty buffer).
  package func read(into buffer: inout MutableSpan<UInt8>) throws(SystemError) -> Int {
    while true {
      do {
        return try systemCall("read", path, givesUp: isBorrowed) {
          unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
          }
        }
      } catch {
        guard error.code == EAGAIN, try status().kind != .regular else { throw error }
        try wait(for: Int16(POLLIN))
      }
    }
  }

  /// Reads from a place in the file into the front of a buffer; the file's position stays.
  ///
  /// - Returns: the count of bytes, 0 only at or behind the end (or for an empty buffer).
  package func read(
    into buffer: inout MutableSpan<UInt8>, at offset: Int
  ) throws(SystemError) -> Int {
    try systemCall("pread", path) {
      unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe pread(descriptor, bytes.baseAddress, bytes.count, offset)
      }
    }
  }

  /// The bytes at a place in the file: `count` of them, or as many as there are before the end.
  ///
  /// Memory grows with what is read, not with what was asked for.
  package func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    if count <= Self.modest { return try piece(at: offset, count: count) }
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(count, 1 << 18))
    while content.count < count {
      var room = piece.mutableSpan
      let length = try read(into: &room, at: offset + content.count)
      guard length > 0 else { break }
      content.append(contentsOf: piece.prefix(min(length, count - content.count)))
    }
    return content
  }

  /// Appends the whole of a file that is expected to hold so many bytes, read at once if it does.
  ///
  /// - Returns: how many there were, at most one more than expected, which tells that the file is
  ///   longer. All of them are appended.
  package func append(to buffer: inout [UInt8], expecting count: Int) throws(SystemError) -> Int {
    var failure: SystemError?
    let start = buffer.count
    buffer.append(addingCapacity: count + 1) { output in
      unsafe output.withUnsafeMutableBufferPointer { room, filled in
        while filled <= count, failure == nil {
          let place = unsafe room.baseAddress.map { unsafe $0 + filled }
          let rest = count + 1 - filled
          do throws(SystemError) {
            let length = try systemCall("read", path) { unsafe Glibc.read(descriptor, place, rest) }
            filled += length
            // A read of a regular file that ends before its room does has met the end of the file.
            if length == 0 || filled == count { break }
          } catch {
            failure = error
          }
        }
      }
    }
    if let failure { throw failure }
    return buffer.count - start
  }

  /// Counts of bytes for which memory is taken before it is known how many there are.
  private static let modest = 4 << 20

  /// The bytes at a place, read straight to where they stay.
  private func piece(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count, failure == nil {
        let start = unsafe buffer.baseAddress.map { unsafe $0 + done }
        do throws(SystemError) {
          let length = try systemCall("pread", path) {
            unsafe pread(descriptor, start, count - done, offset + done)
          }
          if length == 0 { break }
          done += length
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all of the bytes at the file's position (at the end, if it was opened for that).
  package func write(_ bytes: Span<UInt8>) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      do {
        let rest = bytes.extracting(done...)
        done += try systemCall("write", path, givesUp: isBorrowed) {
          unsafe rest.withUnsafeBytes { bytes in
            unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
          }
        }
      } catch let error where error.code == EAGAIN {
        try wait(for: Int16(POLLOUT))
      }
    }
  }

  /// Makes this empty file share the content of another without copying (FICLONE).
  ///
  /// - Returns: false, with this file untouched, where the file system or the pair of files cannot;
  ///   the caller then copies.
  /// - Throws: ENOSPC, EIO and the like, which copying would meet too.
  package func clone(from source: borrowing OpenFile) throws(SystemError) -> Bool {
    let original = source.descriptor
    do {
      try systemCall("ioctl", path) { imgds_clone(descriptor, original) }
      return true
    } catch {
      switch error.code {
      case EOPNOTSUPP, EXDEV, EINVAL, ENOTTY, EPERM, ENOSYS, EISDIR, ETXTBSY, EBADF: return false
      default: throw error
      }
    }
  }

  private func wait(for events: Int16) throws(SystemError) {
    var request = pollfd(fd: descriptor, events: events, revents: 0)
    try systemCall("poll", path, givesUp: isBorrowed) { unsafe poll(&request, 1, -1) }
  }
}
