/// Memory that goes round between threads that fill it and one that empties it, so that the system
/// need not hand out the same pages anew, each filled with zeros.
package final class BufferPool: Sendable {
  private let spare = Guarded<[[UInt8]]>([])
  private let most: Int

  /// - Parameter most: the number of buffers that are kept.
  package init(most: Int) {
    self.most = most
  }

  /// An empty buffer with room for at least so many bytes.
  package func take(_ room: Int) -> [UInt8] {
    var buffer = spare.withLock { $0.popLast() } ?? []
    buffer.removeAll(keepingCapacity: true)
    buffer.reserveCapacity(room)
    return buffer
  }

  /// Gives a buffer back, of which no copy is kept.
  package func put(_ buffer: consuming [UInt8]) {
    let buffer = buffer
    spare.withLock { if $0.count < most { $0.append(buffer) } }
  }
}
