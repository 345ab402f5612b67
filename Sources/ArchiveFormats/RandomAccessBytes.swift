/// Bytes of known count that can be read at any place, such as a file.
package protocol RandomAccessBytes: AnyObject, Sendable {
  /// How many bytes there are.
  var count: UInt64 { get }

  /// Fills the front of `buffer` from `offset`: how many bytes were read, 0 at the end, negative
  /// when reading failed. Implementations keep why it failed.
  func read(at offset: UInt64, into buffer: inout MutableSpan<UInt8>) -> Int
}
