package import ByteText

/// Takes the items of a list (paths, ids) from a file one at a time, as they arrive.
///
/// Items end with a separator, the last also with the end of the file. Empty items are left out.
/// An item longer than 64 KiB, no path of any system, is cut there. Belongs to one thread.
package final class ItemReader {
  private static let longest = 1 << 16

  private let source: FileReader
  private let separator: UInt8
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var unread = 0..<0
  /// How many separators have been passed: the last item's number among all, empty ones included.
  package private(set) var position = 0

  /// Reads a list whose items end with this byte: a newline, or NUL (`-0`).
  package init(_ file: consuming OpenFile, separator: UInt8) {
    source = FileReader(file)
    self.separator = separator
  }

  /// The next item, or nil at the end, which an ``Interrupt`` of the wait for more is too: an item of
  /// which only a part has come by then is none.
  ///
  /// - Throws: why the list cannot be read; the items before were all given.
  package func next() throws(SystemError) -> ByteString? {
    var item: [UInt8] = []
    while try fill() {
      let end = buffer[unread].firstIndex(of: separator)
      let piece = buffer[unread.lowerBound..<(end ?? unread.upperBound)]
      item.append(contentsOf: piece.prefix(Self.longest - item.count))
      unread = (end.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
      if end != nil { position += 1 }
      if end != nil, !item.isEmpty { return ByteString(item) }
    }
    guard !item.isEmpty, Interrupt.received == nil else { return nil }
    position += 1
    return ByteString(item)
  }

  /// Whether there are unread bytes, read now if need be.
  private func fill() throws(SystemError) -> Bool {
    if !unread.isEmpty { return true }
    var room = buffer.mutableSpan
    let count = source.read(into: &room)
    if count < 0, let failure = source.failure, !failure.isInterruption { throw failure }
    unread = 0..<max(count, 0)
    return count > 0
  }
}
