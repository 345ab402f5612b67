internal import ByteText
internal import System

/// Reads the lines of a catalog in pieces, so that memory does not grow with it.
struct CatalogFile: Sendable {
  /// Shared with the threads that read stretches of it.
  let shared: SharedFile
  /// What the file was when it was opened.
  let status: FileStatus

  /// A line without its newline.
  struct Position {
    /// From 1.
    let number: Int
    /// Where the line begins, in bytes.
    let offset: Int
  }

  /// What a walk over the lines has seen.
  struct Extent {
    /// The bytes up to and including the last newline.
    var sound = 0
    /// The number of lines that end in a newline.
    var lines = 0
    /// Whether bytes without a newline follow: a write that was cut off, or is under way.
    var isTorn = false
  }

  /// Longer lines are no records: a catalog someone else wrote must not fill the memory.
  static let longestLine = 8 << 20
  private static let pieceSize = 1 << 20

  init(_ path: ByteString) throws(SystemError) {
    let file = try OpenFile.reading(path)
    status = try file.status()
    shared = SharedFile(file)
  }

  /// Calls `body` with each line from `start` on that ends in a newline.
  ///
  /// A line that is too long is given as its first ``longestLine`` bytes and one more.
  func forEachLine(
    from start: Int = 0, _ body: (Span<UInt8>, Position) throws -> Void
  ) throws -> Extent {
    var extent = Extent(sound: start)
    var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
    var filled = 0
    var offset = start
    var skipping = false
    while true {
      if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
      let count = try read(into: &buffer, after: filled, at: offset + filled)
      if count == 0 { break }
      let end = filled + count
      var lineStart = 0
      var searched = filled
      while let newline = buffer.span.firstIndex(of: 0x0A, in: searched..<end) {
        if !skipping {
          let position = Position(number: extent.lines + 1, offset: offset + lineStart)
          let lineEnd = min(newline, lineStart + Self.longestLine + 1)
          try body(buffer.span.extracting(lineStart..<lineEnd), position)
        }
        skipping = false
        extent.lines += 1
        extent.sound = offset + newline + 1
        lineStart = newline + 1
        searched = lineStart
      }
      if skipping { lineStart = end }
      if end - lineStart > Self.longestLine {
        let position = Position(number: extent.lines + 1, offset: offset + lineStart)
        try body(buffer.span.extracting(lineStart...lineStart + Self.longestLine), position)
        skipping = true
        lineStart = end
      }
      buffer.replaceSubrange(0..<end - lineStart, with: Array(buffer[lineStart..<end]))
      filled = end - lineStart
      offset += lineStart
    }
    extent.isTorn = filled > 0 || skipping
    return extent
  }

  /// So many bytes at an offset, fewer at the end.
  func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try shared.file.bytes(at: offset, count: count)
  }

  private func read(
    into buffer: inout [UInt8], after start: Int, at offset: Int
  ) throws(SystemError) -> Int {
    var span = buffer.mutableSpan
    var rest = span._mutatingExtracting(start...)
    return try shared.file.read(into: &rest, at: offset)
  }
}
