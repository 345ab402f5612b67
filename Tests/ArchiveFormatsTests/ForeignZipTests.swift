import ArchiveFormats
import ByteText
import Testing

/// What other programs write must read without a fault.
@Suite struct ForeignZipTests {
  private static let files: [(name: String, data: [UInt8])] = [
    ("tree/cat/a.jpg", Noise.bytes(5_000)), ("tree/cat/empty", []),
    ("tree/dog/größe.txt", Array(String(repeating: "all work\n", count: 900).utf8)),
  ]

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    for file in Self.files { try bench.write(file.data, to: file.name) }
    return bench
  }

  private func expectSound(
    _ bytes: [UInt8], location: SourceLocation = #_sourceLocation
  ) throws {
    let reader = ZipReader(bytes: bytes)
    #expect(reader.faults.isEmpty, "\(reader.faults)", sourceLocation: location)
    for file in Self.files {
      let entry = try #require(
        reader.entries.first { $0.name == ByteString(file.name) }, "\(file.name)",
        sourceLocation: location)
      #expect(try reader.content(entry) == file.data, sourceLocation: location)
    }
    #expect(reader.allFaults().isEmpty, sourceLocation: location)
  }

  @Test(
    .enabled(if: Workbench.has("zip")),
    arguments: [
      "zip -q -r a.zip tree", "zip -q -r -D -0 a.zip tree", "zip -q -r -fz a.zip tree",
      "zip -q -r - tree | cat > a.zip", "zip -q -r -fd a.zip tree", "zip -q -r -X a.zip tree",
      "zip -q -r a.zip tree/cat && zip -q -r a.zip tree", "zip -q -r -UN=UTF8 a.zip tree",
      "LC_ALL=C zip -q -r a.zip tree", "zip -q -r a.zip ./tree && echo a comment | zip -q -z a.zip",
    ])
  func `reads what zip writes`(command: String) throws {
    let bench = try bench()
    let result = try bench.run("sh", "-c", command, environment: ["LC_ALL": "C.UTF-8"])
    #expect(result.code == 0, "\(result.output)")
    try expectSound(bench.read("a.zip"))
  }

  @Test(
    .enabled(if: Workbench.has("bsdtar")),
    arguments: [
      "bsdtar -a -cf a.zip tree", "bsdtar --format zip -cf - tree | cat > a.zip",
      "bsdtar --format zip --options zip:compression=store -cf a.zip tree",
      "bsdtar --format zip --options zip:zip64 -cf a.zip tree",
      "bsdtar --format zip --options zip:zip64 -cf - tree | cat > a.zip",
    ])
  func `reads what bsdtar writes`(command: String) throws {
    let bench = try bench()
    let result = try bench.run("sh", "-c", command, environment: ["LC_ALL": "C.UTF-8"])
    #expect(result.code == 0, "\(result.output)")
    try expectSound(bench.read("a.zip"))
  }

  @Test(
    .enabled(if: Workbench.has("python3")),
    arguments: [
      "open('a.zip', 'wb'), 'w'", "open('a.zip', 'wb'), 'w', 8", "pipe(), 'w'", "pipe(), 'w', 8",
    ])
  func `reads what python writes`(arguments: String) throws {
    let script = """
      import os, zipfile
      class pipe:
          def __init__(self): self.file = open('a.zip', 'wb')
          def write(self, data): return self.file.write(data)
          def flush(self): self.file.flush()
      with zipfile.ZipFile(\(arguments)) as archive:
          for folder, folders, files in os.walk('tree'):
              archive.write(folder)
              for file in files: archive.write(os.path.join(folder, file))
          archive.writestr('text', 'text')
          with archive.open('large', 'w', force_zip64=True) as entry: entry.write(b'large')
      """
    let bench = try bench()

    let result = try bench.run("python3", "-c", script, environment: ["LC_ALL": "C.UTF-8"])
    #expect(result.code == 0, "\(result.output)")
    try expectSound(bench.read("a.zip"))
  }
}
