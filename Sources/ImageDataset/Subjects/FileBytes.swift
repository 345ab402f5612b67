internal import ArchiveFormats
internal import ByteText
internal import System

/// An open file that is read at any place, by several threads at once.
final class FileBytes: RandomAccessBytes, Sendable {
  private let file: OpenFile
  let count: UInt64

  init(_ path: ByteString) throws(SystemError) {
    file = try OpenFile.reading(path)
    count = UInt64(try file.status().size)
  }

  func read(at offset: UInt64, into buffer: inout MutableSpan<UInt8>) -> Int {
    do throws(SystemError) {
      return try file.read(into: &buffer, at: Int(offset))
    } catch {
      return -1
    }
  }
}
