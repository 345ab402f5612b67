import ArchiveFormats
import ByteText
import Testing

@Suite struct ZipWriterTests {
  /// Says of each entry: name, method, flags, attributes, date, version needed, CRC of the content.
  private static let lister = """
    import sys, zipfile, zlib
    archive = zipfile.ZipFile(sys.argv[1])
    for i in archive.infolist():
        print(i.filename.encode().hex(), i.compress_type, i.flag_bits, oct(i.external_attr >> 16),
              "%d-%d-%d %d:%d:%d" % i.date_time, i.create_system, i.extract_version, len(i.extra),
              zlib.crc32(archive.read(i)))
    """

  @Test(.enabled(if: Workbench.has("python3")))
  func `is read by python as it was written`() throws {
    let bench = try Workbench()
    let date = Timestamp(year: 2026, month: 2, day: 3, hour: 4, minute: 5, second: 6)
    try bench.write(Sample.zip(date: date), to: "a.zip")
    let expected = Sample.dataset.map { sample in
      let isDeflated = sample.name == "pets/SHA256SUMS"
      return "\(Hexadecimal.encode(sample.name.bytes).displayed) \(isDeflated ? 8 : 0) 2048 "
        + "0o100644 2026-2-3 4:5:6 3 \(isDeflated ? 20 : 10) 0 \(CRC32.of(sample.data.span))\n"
    }.joined()
    #expect(try bench.run("python3", "-c", Self.lister, "a.zip").output == expected)
  }

  @Test(.enabled(if: Workbench.has("unzip")))
  func `passes unzip's test`() throws {
    let bench = try Workbench()
    try bench.write(Sample.zip(), to: "a.zip")
    let result = try bench.run("unzip", "-t", "a.zip")
    #expect(result.code == 0, "\(result.output)")
    #expect(result.output.contains("No errors detected"))
  }

  @Test(.enabled(if: Workbench.has("bsdtar")))
  func `is unpacked by bsdtar to the same files`() throws {
    let bench = try Workbench()
    try bench.write(Sample.zip(), to: "a.zip")
    let result = try bench.run(
      "bsdtar", "-xf", "a.zip", environment: ["LC_ALL": "C.UTF-8"])
    #expect(result.code == 0, "\(result.output)")
    for sample in Sample.dataset {
      #expect(try bench.read(sample.name.displayed) == sample.data)
    }
  }

  @Test(.enabled(if: Workbench.has("python3")))
  func `is read by python beyond four gibibytes`() throws {
    let bench = try Workbench()
    let large = Sample.largeZip
    try bench.write(pieces: large.pieces, to: "a.zip")
    let script = """
      import zipfile
      archive = zipfile.ZipFile("a.zip")
      for i in archive.infolist(): print(i.filename, i.file_size, i.header_offset)
      print(archive.read("small").hex())
      """
    let output = try bench.run("python3", "-c", script).output
    let small = Hexadecimal.encode(Noise.bytes(10)).displayed
    #expect(
      output == "large \(large.size) 0\nsmall 10 \(large.size + 55)\n\(small)\n", "\(output)")
  }

  @Test(.enabled(if: Workbench.has("python3") && Workbench.has("unzip")))
  func `is read by others with seventy thousand entries`() throws {
    let bench = try Workbench()
    var writer = ZipWriter()
    let bytes = (0..<70_000).flatMap {
      writer.beginEntry(name: Hexadecimal.encode(UInt32($0)), size: 0, crc32: 0)
    }
    try bench.write(bytes + writer.finish(), to: "a.zip")
    let script = "import zipfile; print(len(zipfile.ZipFile('a.zip').infolist()))"
    #expect(try bench.run("python3", "-c", script).output == "70000\n")
    let result = try bench.run("unzip", "-tq", "a.zip")
    #expect(result.code == 0, "\(result.output)")
  }

  @Test func `gives the same bytes every time`() {
    #expect(Sample.zip() == Sample.zip())
  }

  @Test(arguments: [
    (Timestamp(seconds: -5), 0x0021, 0x0000),
    (Timestamp(year: 1980, month: 1, day: 1), 0x0021, 0x0000),
    (Timestamp(year: 2026, month: 12, day: 31, hour: 23, minute: 59, second: 59), 0x5d9f, 0xbf7d),
    (Timestamp(year: 2200, month: 1, day: 1), 0xff9f, 0xbf7d),
  ])
  func `brings dates into what zip can say`(date: Timestamp, day: Int, time: Int) {
    var writer = ZipWriter(date: date)
    let header = writer.beginEntry(name: "a", size: 0, crc32: 0)
    #expect(Int(header[12]) | Int(header[13]) << 8 == day)
    #expect(Int(header[10]) | Int(header[11]) << 8 == time)
  }

  @Test func `flags a name as utf-8 exactly when it is`() {
    var writer = ZipWriter()
    #expect(writer.beginEntry(name: "a", size: 0, crc32: 0)[7] == 8)
    #expect(writer.beginEntry(name: ByteString([0xff]), size: 0, crc32: 0)[7] == 0)
  }

  @Test(arguments: [
    (UInt64(0xffff_fffe), 0, UInt8(10)), (UInt64(0xffff_ffff), 20, 45), (UInt64(1) << 40, 20, 45),
  ])
  func `writes zip64 fields from four gibibytes less one`(size: UInt64, extra: Int, version: UInt8)
  {
    var writer = ZipWriter()
    let header = writer.beginEntry(name: "a", size: size, crc32: 0)
    #expect(header.count == 31 + extra)
    #expect(header[4] == version)
    #expect(writer.offset == UInt64(header.count) + size)
  }

  @Test(arguments: [UInt64(0), 70_000, 0xffff_fffe, 0xffff_ffff])
  func `makes the same of entries whose headers are made apart`(size: UInt64) {
    var (whole, apart) = (ZipWriter(), ZipWriter())
    for name in ["a", "\u{e4}", ByteString([0xff])] as [ByteString] {
      var header: [UInt8] = []
      apart.headers.append(name: name, size: size, crc32: 7, to: &header)
      apart.noteEntry(name: name, size: size, crc32: 7)
      #expect(whole.beginEntry(name: name, size: size, crc32: 7) == header)
      #expect(whole.offset == apart.offset)
    }
    #expect(whole.finish() == apart.finish())
  }

  @Test func `writes zip64 end records from 65,535 entries`() {
    var writer = ZipWriter()
    for _ in 0..<65_534 { _ = writer.beginEntry(name: "a", size: 0, crc32: 0) }
    var larger = writer
    _ = larger.beginEntry(name: "a", size: 0, crc32: 0)
    #expect(writer.finish().count == 47 * 65_534 + 22)
    #expect(larger.finish().count == 47 * 65_535 + 56 + 20 + 22)
  }
}
