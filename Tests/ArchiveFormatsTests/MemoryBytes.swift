import ArchiveFormats

/// Bytes in memory, or pieces of them amid zeros, as an archive to read.
///
/// Its knobs are turned by one thread, before reading.
final class MemoryBytes: RandomAccessBytes, @unchecked Sendable {
  let count: UInt64
  /// From where on reading fails.
  var failsFrom = UInt64.max
  /// How many bytes one reading gives at most.
  var mostAtOnce = Int.max
  private let pieces: [(offset: UInt64, bytes: [UInt8])]

  init(_ bytes: [UInt8]) {
    count = UInt64(bytes.count)
    pieces = [(0, bytes)]
  }

  /// Pieces in ascending order and zeros between them; the last piece ends the bytes.
  init(pieces: [(offset: UInt64, bytes: [UInt8])]) {
    self.pieces = pieces
    count = pieces.last.map { $0.offset + UInt64($0.bytes.count) } ?? 0
  }

  func read(at offset: UInt64, into buffer: inout MutableSpan<UInt8>) -> Int {
    if offset >= failsFrom { return -1 }
    guard offset < count else { return 0 }
    let wanted = min(Int(min(UInt64(buffer.count), count - offset)), mostAtOnce)
    for place in 0..<wanted { buffer[place] = 0 }
    for piece in pieces {
      let start = max(offset, piece.offset)
      let end = min(offset + UInt64(wanted), piece.offset + UInt64(piece.bytes.count))
      guard start < end else { continue }
      for place in start..<end {
        buffer[Int(place - offset)] = piece.bytes[Int(place - piece.offset)]
      }
    }
    return wanted
  }
}

extension ZipReader {
  init(bytes: [UInt8]) {
    self.init(MemoryBytes(bytes))
  }

  /// The whole content of an entry, or the fault its stream ended with.
  func content(_ entry: ZipEntry, pieces: Int = 1_000) throws(ArchiveFault) -> [UInt8] {
    let stream = stream(entry)
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: pieces)
    while true {
      var span = buffer.mutableSpan
      let count = stream.read(into: &span)
      guard count > 0 else { break }
      content += buffer[..<count]
    }
    if let fault = stream.fault { throw fault }
    return content
  }

  /// All faults, those of the contents included.
  func allFaults() -> [ArchiveFault] {
    faults
      + entries.compactMap { entry in
        do throws(ArchiveFault) {
          _ = try content(entry)
          return nil
        } catch {
          return error
        }
      }
  }
}
