internal import ByteText

/// Many pieces of bytes by their numbers: the first 64 MiB in memory, the others in a nameless file in
/// ``Environment/temporaryFolder``.
package struct PieceStore: Sendable {
  private let mostInMemory: Int
  private var memory: [[UInt8]] = []
  private var held = 0
  private var file: StagedFile?
  private var written = 0
  private var pending: [UInt8] = []
  /// Where each of those in the file lies.
  private var places: [Range<Int>] = []

  /// - Parameter mostInMemory: how many bytes memory holds.
  package init(mostInMemory: Int = 64 << 20) {
    self.mostInMemory = mostInMemory
  }

  package var count: Int { memory.count + places.count }

  /// Adds a piece, whose number is the count before.
  package mutating func append(_ piece: [UInt8]) throws(SystemError) {
    if places.isEmpty, held + piece.count <= mostInMemory {
      memory.append(piece)
      held += piece.count
      return
    }
    let first = written + pending.count
    places.append(first..<first + piece.count)
    pending += piece
    if pending.count >= 1 << 20 { try flush() }
  }

  /// Brings all to where ``piece(_:)`` finds them; due before the first is asked for.
  package mutating func flush() throws(SystemError) {
    guard !pending.isEmpty else { return }
    if file == nil { file = try StagedFile(in: Environment.temporaryFolder) }
    try file?.write(pending.span)
    written += pending.count
    pending = []
  }

  /// The piece of a number; less of it if its file has lost some.
  package func piece(_ number: Int) throws(SystemError) -> [UInt8] {
    if number < memory.count { return memory[number] }
    let place = places[number - memory.count]
    return try file?.bytes(at: place.lowerBound, count: place.count) ?? []
  }
}
