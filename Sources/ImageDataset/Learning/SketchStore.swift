internal import ByteText
internal import ImageAnalysis
internal import System

/// The sketches of many pictures, some 12 KiB each: the first 64 MiB in memory, the others in a nameless
/// file in `$TMPDIR`, else `/tmp`.
struct SketchStore: Sendable {
  private static let mostInMemory = 64 << 20

  private let mostInMemory: Int
  private var memory: [PictureSketch] = []
  private var held = 0
  private var file: StagedFile?
  private var pending: [UInt8] = []
  private var written = 0
  /// Where each of those in the file lies.
  private var places: [Range<Int>] = []

  /// - Parameter mostInMemory: how many bytes of sketches memory holds.
  init(mostInMemory: Int = Self.mostInMemory) {
    self.mostInMemory = mostInMemory
  }

  var count: Int { memory.count + places.count }

  /// Adds a sketch, whose number is the count before.
  mutating func append(_ sketch: PictureSketch) throws(SystemError) {
    let bytes = sketch.stored
    if places.isEmpty, held + bytes.count <= mostInMemory {
      memory.append(sketch)
      held += bytes.count
      return
    }
    let first = written + pending.count
    places.append(first..<first + bytes.count)
    pending += bytes
    if pending.count >= 1 << 20 { try flush() }
  }

  /// Brings all to where ``sketch(_:)`` finds them; due before the first is asked for.
  mutating func flush() throws(SystemError) {
    guard !pending.isEmpty else { return }
    let folder = Environment.value("TMPDIR") ?? "/tmp"
    if file == nil { file = try StagedFile(in: folder.isEmpty ? "/tmp" : folder) }
    try file?.write(pending.span)
    written += pending.count
    pending = []
  }

  /// The sketch of a number; nil if its file has lost it.
  func sketch(_ number: Int) throws(SystemError) -> PictureSketch? {
    if number < memory.count { return memory[number] }
    let place = places[number - memory.count]
    let bytes = try file?.bytes(at: place.lowerBound, count: place.count)
    return bytes.flatMap { PictureSketch(stored: $0) }
  }
}
