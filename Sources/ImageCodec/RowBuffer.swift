internal import CImageCodecs

/// Room for some decoded rows, laid so that they stay in the cache (see `imgds_row_room`).
@safe struct RowBuffer: ~Copyable {
  private static let line = 32

  private let memory: UnsafeMutableRawBufferPointer
  private let bytesPerRow: Int
  let room: imgds_row_room

  init(rows: Int, bytesPerRow: Int) {
    let stride = (bytesPerRow + Self.line - 1) / Self.line * Self.line
    unsafe memory = .allocate(byteCount: rows * stride + Self.line, alignment: Self.line)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
    self.bytesPerRow = bytesPerRow
    let first = unsafe memory.baseAddress.map { unsafe $0 + Self.line / 2 }
    unsafe room = imgds_row_room(
      first: first?.assumingMemoryBound(to: UInt8.self), stride: stride, capacity: UInt32(rows))
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// Gives one of the rows to a closure.
  @inline(__always)
  func withRow(_ index: Int, _ body: (Span<UInt8>) -> Void) {
    let start = unsafe Self.line / 2 + index * room.stride
    let row = unsafe UnsafeRawBufferPointer(rebasing: memory[start..<start + bytesPerRow])
    unsafe row.withMemoryRebound(to: UInt8.self) { body(unsafe $0.span) }
  }
}
