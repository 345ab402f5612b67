import ArchiveFormats
import ByteText
import Testing

@Suite struct ZipReaderTests {
  @Test(arguments: [1, 7, 64, 100_000])
  func `reads back what the writer wrote`(pieces: Int) throws {
    let reader = ZipReader(bytes: Sample.zip())
    #expect(reader.faults.isEmpty)
    #expect(reader.entries.map(\.name) == Sample.dataset.map(\.name))
    for (entry, sample) in zip(reader.entries, Sample.dataset) {
      #expect(try reader.content(entry, pieces: pieces) == sample.data)
      #expect(entry.size == UInt64(sample.data.count))
      #expect(entry.crc32 == CRC32.of(sample.data.span))
      #expect(entry.mode == 0o100644)
      #expect(!entry.isFolder)
    }
    #expect(reader.entries.map(\.isDeflated) == [false, true, false, false, false])
  }

  @Test(arguments: [1, 100, 1_000, 4_096])
  func `gives what the inflater still holds when its input is used up`(pieces: Int) throws {
    var writer = ZipWriter()
    let zeros = [UInt8](repeating: 0, count: 300_000)
    var bytes = writer.deflatedEntry(name: "zeros", data: zeros)
    bytes += writer.finish()
    let reader = ZipReader(bytes: bytes)
    let entry = try #require(reader.entries.first)
    #expect(entry.isDeflated)
    #expect(try reader.content(entry, pieces: pieces) == zeros)
  }

  @Test func `reads an archive of nothing`() {
    var writer = ZipWriter()
    let reader = ZipReader(bytes: writer.finish())
    #expect(reader.faults.isEmpty)
    #expect(reader.entries.isEmpty)
  }

  @Test func `reads sources that give little at a time`() throws {
    let source = MemoryBytes(Sample.zip())
    source.mostAtOnce = 3
    let reader = ZipReader(source)
    #expect(reader.allFaults().isEmpty)
    #expect(reader.entries.count == Sample.dataset.count)
  }

  @Test func `allows a comment, even one that looks like an end record`() {
    var bytes = Sample.zip()
    let comment = [0x50, 0x4b, 5, 6] + [UInt8](repeating: 0, count: 30)
    bytes[bytes.count - 2] = UInt8(comment.count)
    #expect(ZipReader(bytes: bytes + comment).allFaults().isEmpty)
  }

  @Test func `says that reading failed, not that the archive is bad`() throws {
    let bytes = Sample.zip()
    let source = MemoryBytes(bytes)
    let reader = ZipReader(source)
    source.failsFrom = 0
    let entry = try #require(reader.entries.first)
    #expect(throws: ArchiveFault.self) { try reader.content(entry) }
    #expect(reader.allFaults().filter { $0.code != .readFailed }.isEmpty)
    let faults = ZipReader(source).faults
    #expect(faults.map(\.code) == [.readFailed])
  }

  @Test func `reads seventy thousand entries`() throws {
    let count = 70_000
    var writer = ZipWriter()
    var bytes: [UInt8] = []
    let data: [UInt8] = [1, 2, 3]
    let checksum = CRC32.of(data.span)
    for index in 0..<count {
      bytes += writer.beginEntry(
        name: "d/" + Hexadecimal.encode(UInt32(index)), size: 3, crc32: checksum)
      bytes += data
    }
    let reader = ZipReader(bytes: bytes + writer.finish())
    #expect(reader.faults.isEmpty)
    #expect(reader.entries.count == count)
    #expect(try reader.content(reader.entries[count - 1]) == data)
  }

  @Test func `reads entries and offsets beyond four gibibytes`() throws {
    let large = Sample.largeZip
    let reader = ZipReader(MemoryBytes(pieces: large.pieces))
    #expect(reader.faults.isEmpty, "\(reader.faults)")
    #expect(reader.entries.map(\.size) == [large.size, 10])
    #expect(reader.entries.map(\.headerOffset) == [0, large.size + 55])
    #expect(try reader.content(reader.entries[1]) == Noise.bytes(10))
  }
}
