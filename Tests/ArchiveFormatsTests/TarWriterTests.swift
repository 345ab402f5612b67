import ArchiveFormats
import ByteText
import Testing

private func name(of count: Int, cut: Int? = nil) -> ByteString {
  var bytes = [UInt8](repeating: UInt8(ascii: "n"), count: count)
  if let cut { bytes[cut] = UInt8(ascii: "/") }
  return ByteString(bytes)
}

@Suite struct TarWriterTests {
  private static let members =
    [
      "a.jpg", name(of: 100), name(of: 101), name(of: 256, cut: 155), name(of: 256, cut: 156),
      name(of: 257, cut: 155), "größe/猫.png", ByteString([0x61, 0xff]),
    ].enumerated().map { Sample(name: $1, data: Noise.bytes(500 + 4 * $0, seed: UInt64($0))) }

  private static let lister = """
    import sys, tarfile, zlib
    for m in tarfile.open(sys.argv[1]):
        print(m.name.encode(errors="surrogateescape").hex(), m.isreg(), oct(m.mode), m.uid, m.gid,
              m.mtime, m.size)
    """

  @Test(.enabled(if: Workbench.has("python3")))
  func `is read by python as it was written`() throws {
    let bench = try Workbench()
    try bench.write(Sample.tar(Self.members, date: Timestamp(seconds: 315_532_800)), to: "a.tar")
    let expected = Self.members.map {
      "\(Hexadecimal.encode($0.name.bytes).displayed) True 0o644 0 0 315532800 \($0.data.count)\n"
    }.joined()
    let output = try bench.run("python3", "-c", Self.lister, "a.tar").output
    #expect(output == expected, "\(output)")
  }

  @Test(.enabled(if: Workbench.has("tar")))
  func `is unpacked by tar to the same files`() throws {
    let bench = try Workbench()
    let samples = Self.members.filter { $0.name.count < 256 && $0.name.isUTF8 }
    try bench.write(Sample.tar(samples), to: "a.tar")
    let result = try bench.run("tar", "-xf", "a.tar", environment: ["LC_ALL": "C.UTF-8"])
    #expect(result.code == 0, "\(result.output)")
    for sample in samples {
      #expect(try bench.read(sample.name.displayed) == sample.data)
    }
  }

  @Test func `is plain ustar where ustar will do`() {
    let writer = TarWriter()
    #expect(writer.header(name: name(of: 100), size: 1).count == 512)
    #expect(writer.header(name: name(of: 256, cut: 155), size: 1).count == 512)
    #expect(writer.header(name: name(of: 101), size: 1).count == 1_536)
    #expect(writer.header(name: "ä", size: 1).count == 1_536)
  }

  @Test func `says sizes of eight gibibytes and more in a pax record`() {
    let writer = TarWriter()
    #expect(writer.header(name: "a", size: 0o777_7777_7777).count == 512)
    let large = writer.header(name: "a", size: 0o1_000_0000_0000)
    #expect(large.count == 1_536)
    #expect(ByteString(large[512..<1_024]).hasPrefix("19 size=8589934592\n"))
  }

  @Test func `counts the digits of a record's own length`() {
    for count in Array(85...110) + Array(980...1_000) {
      let header = TarWriter().header(
        name: ByteString(name(of: count - 2).bytes + [0xc3, 0xa4]), size: 0)
      let record = header[512...].prefix { $0 != 0x0a }
      let length = Decimal.number(record.prefix { $0 != 0x20 })
      #expect(length == record.count + 1, "a name of \(count) bytes")
    }
  }

  @Test func `fills contents up to blocks`() {
    let writer = TarWriter()
    #expect(writer.padding(after: 0).isEmpty)
    #expect(writer.padding(after: 1).count == 511)
    #expect(writer.padding(after: 512).isEmpty)
    #expect(writer.padding(after: UInt64(1) << 33 | 513).count == 511)
  }
}
