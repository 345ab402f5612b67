internal import ByteText
internal import ImageAnalysis
internal import System

/// The thumbnails of many pictures, 4 KiB each: the first 64 MiB in memory, the others in a nameless
/// file in `$TMPDIR`, else `/tmp`.
struct ThumbnailStore: Sendable {
  private static let bytesEach = LikenessThumbnail.side * LikenessThumbnail.side
  private static let mostInMemory = (64 << 20) / bytesEach

  private let mostInMemory: Int
  private var memory: [UInt8] = []
  private var file: StagedFile?
  private var pending: [UInt8] = []
  private(set) var count = 0

  /// - Parameter mostInMemory: how many thumbnails memory holds.
  init(mostInMemory: Int = Self.mostInMemory) {
    self.mostInMemory = mostInMemory
  }

  /// Adds a thumbnail, whose number is the count before.
  mutating func append(_ thumbnail: LikenessThumbnail) throws(SystemError) {
    count += 1
    if count <= mostInMemory {
      memory += thumbnail.grey
      return
    }
    pending += thumbnail.grey
    if pending.count >= 1 << 20 { try flush() }
  }

  /// Brings all to where ``thumbnail(_:)`` finds them; due before the first is asked for.
  mutating func flush() throws(SystemError) {
    guard !pending.isEmpty else { return }
    let folder = Environment.value("TMPDIR") ?? "/tmp"
    if file == nil { file = try StagedFile(in: folder.isEmpty ? "/tmp" : folder) }
    try file?.write(pending.span)
    pending = []
  }

  /// The thumbnail of a number.
  func thumbnail(_ number: Int) throws(SystemError) -> LikenessThumbnail {
    if number < mostInMemory {
      let first = number * Self.bytesEach
      return LikenessThumbnail(grey: Array(memory[first..<(first + Self.bytesEach)]))
    }
    let offset = (number - mostInMemory) * Self.bytesEach
    let bytes = try file?.bytes(at: offset, count: Self.bytesEach)
    return LikenessThumbnail(grey: bytes ?? [])
  }
}
