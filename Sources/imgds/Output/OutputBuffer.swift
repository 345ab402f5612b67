/// Collects bytes and says when they should be written.
///
/// A pipe or file gets pieces of 64 KiB; a terminal gets every line as soon as it is whole.
struct OutputBuffer {
  static let capacity = 64 << 10

  let isLineBuffered: Bool
  private var pending: [UInt8] = []

  init(isLineBuffered: Bool) {
    self.isLineBuffered = isLineBuffered
  }

  /// Adds bytes and returns those that are due, which may be none.
  mutating func add(_ bytes: some Collection<UInt8>) -> ArraySlice<UInt8> {
    pending.append(contentsOf: bytes)
    if isLineBuffered, let end = pending.lastIndex(of: UInt8(ascii: "\n")) {
      let due = pending[...end]
      pending = Array(pending[(end + 1)...])
      return due
    }
    return pending.count >= Self.capacity ? takeAll() : []
  }

  /// Everything not yet written.
  mutating func takeAll() -> ArraySlice<UInt8> {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending[...]
  }
}
