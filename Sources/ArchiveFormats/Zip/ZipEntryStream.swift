/// The content of one zip entry, stored or inflated, checked as it flows.
///
/// Never more bytes come out than the entry declares, whatever a deflate stream holds. When the
/// last byte has been given, checksum and sizes have been compared: `fault` is set then, and the
/// next read returns negative instead of 0.
package final class ZipEntryStream {
  /// Why reading failed or the content is wrong; nil as long as all is well.
  package private(set) var fault: ArchiveFault?

  private let entry: ZipEntry
  private let source: any RandomAccessBytes
  private let inflater: Inflater?
  private var input: [UInt8] = []
  private var inputStart = 0
  private var inputEnd = 0
  /// Where in the archive the next reading begins.
  private var place: UInt64 = 0
  /// How many bytes in the archive are unread.
  private var compressedRest: UInt64
  /// How many bytes of content are still to be given.
  private var rest: UInt64
  private var checksum: UInt32 = 0
  /// Whether the inflater may hold more than the room it last had: its input can be used up then.
  private var isHolding = false
  /// Whether the deflate stream has said that it ends.
  private var hasEnded = false
  private var isClosed = false

  private static let inputCapacity = 1 << 16

  /// A stream of an entry's content from its beginning.
  ///
  /// Entries may be handed to other threads, each with a source of its own.
  package init(_ entry: ZipEntry, in source: any RandomAccessBytes) {
    self.entry = entry
    self.source = source
    compressedRest = entry.compressedSize
    rest = entry.size
    inflater = entry.isDeflated && entry.contentOffset != nil ? Inflater() : nil
    guard let start = entry.contentOffset else {
      fail("the entry at byte \(entry.headerOffset) cannot be read")
      return
    }
    place = start
    if entry.isDeflated {
      input = [UInt8](
        repeating: 0, count: Int(min(entry.compressedSize, UInt64(Self.inputCapacity))))
    }
  }

  /// Fills the front of `buffer`: the count of bytes, 0 at the end, negative on a fault.
  package func read(into buffer: inout MutableSpan<UInt8>) -> Int {
    guard fault == nil else { return -1 }
    guard !isClosed, buffer.count > 0 else { return 0 }
    var room = buffer._mutatingExtracting(..<Int(min(UInt64(buffer.count), rest)))
    let count = room.count == 0 ? 0 : entry.isDeflated ? inflate(&room) : copy(&room)
    guard count >= 0 else { return -1 }
    checksum = CRC32.of(room.span.extracting(..<count), continuing: checksum)
    rest -= UInt64(count)
    if rest == 0 {
      close()
    } else if hasEnded {
      fail("the content lacks \(rest) of the \(entry.size) bytes it declares")
    }
    return count == 0 && fault != nil ? -1 : count
  }

  /// Gives at least one byte of a stored entry, or -1.
  private func copy(_ room: inout MutableSpan<UInt8>) -> Int {
    let count = source.read(at: place, into: &room)
    guard isRead(count) else { return -1 }
    place += UInt64(count)
    compressedRest -= UInt64(count)
    return count
  }

  /// Gives at least one byte, none at the end of the stream, or -1.
  private func inflate(_ room: inout MutableSpan<UInt8>) -> Int {
    while true {
      guard let step = step(into: &room) else { return -1 }
      hasEnded = step.state == .isComplete
      if step.produced > 0 || hasEnded { return step.produced }
    }
  }

  /// One step of inflating, with what the inflater holds or more input; nil on a fault.
  private func step(into room: inout MutableSpan<UInt8>) -> Inflater.Step? {
    guard isHolding || inputStart < inputEnd || refill() else { return nil }
    guard let step = inflater?.step(input.span.extracting(inputStart..<inputEnd), into: &room)
    else {
      fail("no memory to inflate the content")
      return nil
    }
    inputStart += step.consumed
    isHolding = step.state == .goesOn && step.produced == room.count
    switch step.state {
    case .goesOn, .isComplete: return step
    case .isCorrupt: fail("the deflate stream is corrupt before byte \(position)")
    case .lacksMemory: fail("no memory to inflate the content")
    }
    return nil
  }

  /// Reads more of the compressed bytes; false on a fault, which includes that there are none.
  private func refill() -> Bool {
    guard compressedRest > 0 else {
      fail("the deflate stream goes on behind its end at byte \(place)")
      return false
    }
    var span = input.mutableSpan
    var room = span._mutatingExtracting(..<Int(min(UInt64(span.count), compressedRest)))
    let count = source.read(at: place, into: &room)
    guard isRead(count) else { return false }
    inputStart = 0
    inputEnd = count
    place += UInt64(count)
    compressedRest -= UInt64(count)
    return true
  }

  /// Whether a reading gave bytes; if not, says why.
  private func isRead(_ count: Int) -> Bool {
    guard count <= 0 else { return true }
    if count < 0 {
      fail("cannot read at byte \(place)", code: .readFailed)
    } else {
      fail("the file ends early, at byte \(place)")
    }
    return false
  }

  /// Sees that the content ends where it was to end, and is what it was to be.
  private func close() {
    if entry.isDeflated, !hasEnded { runOut() }
    isClosed = true
    guard fault == nil else { return }
    let surplus = compressedRest + UInt64(inputEnd - inputStart)
    if surplus > 0 {
      fail("\(surplus) bytes at byte \(position) follow the deflate stream")
    } else if checksum != entry.crc32 {
      fail(
        "the content has the checksum \(String(checksum, radix: 16)), "
          + "not \(String(entry.crc32, radix: 16)), before byte \(position)")
    }
  }

  /// Reads a deflate stream to its end, which must hold nothing more.
  private func runOut() {
    var scratch: [UInt8] = [0]
    while fault == nil {
      var room = scratch.mutableSpan
      guard let step = step(into: &room) else { return }
      if step.produced > 0 {
        return fail("the content is longer than the \(entry.size) bytes it declares")
      }
      if step.state == .isComplete { return }
    }
  }

  /// Where in the archive the stream stands.
  private var position: UInt64 { place - UInt64(inputEnd - inputStart) }

  private func fail(_ message: String, code: ArchiveFault.Code = .badArchive) {
    fault = ArchiveFault(code: code, entry: entry.name, message: message)
  }
}
