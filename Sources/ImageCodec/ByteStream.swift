/// Where a decoder gets its bytes.
///
/// A decoder asks for up to 256 KiB at a time and asks until the answer is 0 or negative. Why reading
/// failed is kept by the implementation: the decoder only says at which byte it noticed.
package protocol ByteStream: AnyObject {
  /// Fills the front of `buffer`; returns the count of bytes, 0 at the end, negative when reading
  /// failed.
  func read(into buffer: inout MutableSpan<UInt8>) -> Int
}
