internal import ByteText

/// Many pieces of bytes by their numbers: the first 64 MiB in memory, the others in a nameless file in
/// ``Environment/temporaryFolder``.
package struct PieceStore: Sendable {
  private let mostInMemory: Int
  private let folder: ByteString
  private var memory: [[UInt8]] = []
  private var held = 0
  private var file: StagedFile?
  /// Why the file could not be written.
  private var failure: SystemError?
  private var written = 0
  private var pending: [UInt8] = []
  /// Where each of those in the file lies.
  private var places: [Range<Int>] = []

  package init() {
    self.init(mostInMemory: 64 << 20, Environment.temporaryFolder)
  }

  /// - Parameters:
  ///   - mostInMemory: how many bytes memory holds.
  ///   - folder: where the file is to be.
  init(mostInMemory: Int, _ folder: ByteString) {
    self.mostInMemory = mostInMemory
    self.folder = folder
  }

  package var count: Int { memory.count + places.count }

  /// Adds a piece, whose number is the count before; whether that went well, ``flush()`` tells.
  package mutating func append(_ piece: [UInt8]) {
    if places.isEmpty, held + piece.count <= mostInMemory {
      memory.append(piece)
      held += piece.count
      return
    }
    let first = written + pending.count
    places.append(first..<first + piece.count)
    pending += piece
    if pending.count >= 1 << 20 { write() }
  }

  /// Brings all to where ``piece(_:)`` finds them; due before the first is asked for.
  ///
  /// - Throws: the first failure of writing any of them.
  package mutating func flush() throws(SystemError) {
    write()
    if let failure { throw failure }
  }

  private mutating func write() {
    defer {
      written += pending.count
      pending = []
    }
    guard failure == nil, !pending.isEmpty else { return }
    do throws(SystemError) {
      if file == nil { file = try StagedFile(in: folder) }
      try file?.write(pending.span)
    } catch {
      failure = error
    }
  }

  /// The piece of a number; less of it if its file has lost some.
  package func piece(_ number: Int) throws(SystemError) -> [UInt8] {
    if number < memory.count { return memory[number] }
    let place = places[number - memory.count]
    return try file?.bytes(at: place.lowerBound, count: place.count) ?? []
  }
}
