import ArchiveFormats
import ByteText
import Testing

/// A good archive of two stored entries and one deflated, for editing.
///
/// Entry `a` begins at byte 0 and its content at 31; `b` begins at 41, its content at 72; `t`
/// begins at 82.
private struct Victim {
  static let headerOfB = 41
  static let headerOfT = 82

  var bytes: [UInt8]
  let directory: Int
  var end: Int { bytes.count - 22 }

  init() {
    bytes = Sample.zip([
      Sample(name: "a", data: Noise.bytes(10, seed: 1)),
      Sample(name: "b", data: Noise.bytes(10, seed: 2)),
      Sample(name: "t", data: [UInt8](repeating: 0x61, count: 500), isText: true),
    ])
    directory = bytes.count - 22 - 3 * 47
  }

  /// Where the directory's entry of the given index begins.
  func entry(_ index: Int) -> Int { directory + 47 * index }

  /// Writes bytes over what stands at a place.
  mutating func put(_ new: [UInt8], at place: Int) {
    bytes.replaceSubrange(place..<place + new.count, with: new)
  }

  /// Writes a field at the same place of local header and directory entry of `a`.
  mutating func putInBoth(_ new: [UInt8], header place: Int) {
    put(new, at: place)
    put(new, at: entry(0) + place + 2)
  }
}

/// A way to spoil the victim and what must be said of it.
private struct Attack: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let message: String
  var code = ArchiveFault.Code.badArchive
  let spoil: @Sendable (inout Victim) -> Void

  init(
    _ description: String, _ message: String, code: ArchiveFault.Code = .badArchive,
    _ spoil: @escaping @Sendable (inout Victim) -> Void
  ) {
    testDescription = description
    self.message = message
    self.code = code
    self.spoil = spoil
  }
}

private let attacks = [
  Attack("too few counted", "the end record counts 2 entries, the directory has 3") {
    $0.put([2, 0, 2, 0], at: $0.end + 8)
  },
  Attack("four billion counted", "no zip64 end record at byte 0") {
    let locator = [0x50, 0x4b, 6, 7] + [UInt8](repeating: 0, count: 12) + [1, 0, 0, 0]
    $0.put([0xff, 0xff, 0xff, 0xff], at: $0.end + 8)
    $0.bytes.insert(contentsOf: locator, at: $0.end)
  },
  Attack("a wrong directory offset", "which do not end where the end records begin") {
    $0.put([1], at: $0.end + 16)
  },
  Attack("a wrong directory size", "which do not end where the end records begin") {
    $0.put([0x8c], at: $0.end + 12)
  },
  Attack("a directory far outside", "which do not end where the end records begin") {
    $0.put([0xf0, 0xff, 0xff, 0xff, 0xf0, 0xff, 0xff, 0xff], at: $0.end + 12)
  },
  Attack("several disks", "is of an archive of several disks") { $0.put([1], at: $0.end + 4) },
  Attack("another disk's entries", "is of an archive of several disks") {
    $0.put([2], at: $0.end + 8)
  },
  Attack("an entry on another disk", "lies on another disk") {
    $0.put([1], at: $0.entry(0) + 34)
  },
  Attack("a truncated file", "truncated, or no zip") { $0.bytes.removeLast(60) },
  Attack("a missing byte", "no end record") { $0.bytes.removeLast() },
  Attack("bytes behind the end", "3 bytes follow the end record") { $0.bytes += [1, 2, 3] },
  Attack("a comment cut off", "is cut off") { $0.put([9], at: $0.end + 20) },
  Attack("bytes before the beginning", "which do not end where the end records begin") {
    $0.bytes.insert(contentsOf: [0x23, 0x21, 0x0a], at: 0)
  },
  Attack("a broken directory signature", "no directory entry at byte") {
    $0.put([0], at: $0.entry(1))
  },
  Attack("a directory entry that runs out", "is cut off") {
    $0.put([0xff], at: $0.entry(2) + 29)
  },
  Attack("a broken local signature", "no local header at byte 41") {
    $0.put([0], at: Victim.headerOfB)
  },
  Attack("an entry that points outside", "no local header at byte 4294967280") {
    $0.put([0xf0, 0xff, 0xff, 0xff], at: $0.entry(1) + 42)
  },
  Attack("a zip64 offset that is missing", "lacks zip64 numbers") {
    $0.put([0xff, 0xff, 0xff, 0xff], at: $0.entry(1) + 42)
  },
  Attack("an entry that lies in another", "overlaps the one before") {
    $0.put([40], at: $0.entry(1) + 42)
  },
  Attack("two entries of one content", "overlaps the one before") {
    $0.put([0], at: $0.entry(1) + 42)
  },
  Attack("a content longer than its place", "overlaps the one before") {
    for place in [18, 22] { $0.putInBoth([11], header: place) }
  },
  Attack("a content that runs into the directory", "runs into the directory") {
    $0.put([0xff, 0xff], at: $0.entry(2) + 20)
  },
  Attack("bytes of no entry", "1 bytes at byte 40 belong to no entry") {
    for place in [18, 22] { $0.putInBoth([9], header: place) }
  },
  Attack("an entry dropped from the directory", "41 bytes at byte 41 belong to no entry") {
    $0.bytes.removeSubrange($0.entry(1)..<$0.entry(2))
    $0.put([2, 0, 2, 0, 94], at: $0.end + 8)
  },
  Attack("another name before the content", "differs from the directory in name") {
    $0.put([0x78], at: 30)
  },
  Attack("another version", "differs from the directory in version") { $0.put([11], at: 4) },
  Attack("other flags", "differs from the directory in flags") { $0.put([2], at: 6) },
  Attack("another method", "differs from the directory in method") { $0.put([8], at: 8) },
  Attack("another time", "differs from the directory in time") { $0.put([1], at: 10) },
  Attack("another checksum", "differs from the directory in checksum") { $0.bytes[14] ^= 1 },
  Attack("another size", "differs from the directory in size") { $0.put([9], at: 22) },
  Attack("another stored size", "differs from the directory in compressed size") {
    $0.put([9], at: 18)
  },
  Attack("a name twice", "has the name of the one at byte 0") {
    $0.put([0x61], at: $0.entry(1) + 46)
    $0.put([0x61], at: Victim.headerOfB + 30)
  },
  Attack("a link", "is a link") { $0.put([0xff, 0xa1], at: $0.entry(0) + 40) },
  Attack("a device", "is neither file nor folder") { $0.put([0xa4, 0x21], at: $0.entry(0) + 40) },
  Attack("a folder named as a file", "is a folder by its mode") {
    $0.put([0xed, 0x41], at: $0.entry(0) + 40)
  },
  Attack("encryption", "is encrypted") { $0.putInBoth([1], header: 6) },
  Attack("strong encryption", "is encrypted") { $0.putInBoth([0x40], header: 6) },
  Attack("a patch", "is a patch of another file") { $0.putInBoth([0x20], header: 6) },
  Attack("another method in both", "is compressed by method 12") {
    $0.putInBoth([12], header: 8)
  },
  Attack("stored sizes that differ", "10 bytes stand for 200") { $0.putInBoth([200], header: 22) },
  Attack("a wrong checksum", "the content has the checksum") { $0.putInBoth([0], header: 14) },
  Attack("a changed content", "the content has the checksum") { $0.bytes[35] ^= 1 },
  Attack("a missing data descriptor", "are not the data descriptor") {
    $0.putInBoth([8], header: 6)
  },
  Attack("a deflated content longer than it says", "is longer than the 499 bytes") {
    $0.put([0xf3], at: $0.entry(2) + 24)
    $0.put([0xf3], at: Victim.headerOfT + 22)
  },
  Attack("a deflated content shorter than it says", "lacks 1 of the 501 bytes") {
    $0.put([0xf5], at: $0.entry(2) + 24)
    $0.put([0xf5], at: Victim.headerOfT + 22)
  },
  Attack("a corrupt deflate stream", "the deflate stream is corrupt") {
    $0.put([0xff, 0xff], at: Victim.headerOfT + 31)
  },
  Attack("an absolute name", "is absolute", code: .unsafeName) {
    $0.put([0x2f], at: $0.entry(0) + 46)
  },
  Attack("a backslash", "holds a backslash", code: .unsafeName) {
    $0.put([0x5c], at: $0.entry(0) + 46)
  },
  Attack("a NUL", "holds a NUL", code: .unsafeName) { $0.put([0], at: $0.entry(0) + 46) },
]

@Suite struct HostileZipTests {
  @Test func `begins with a sound archive`() {
    let victim = Victim()
    #expect(ZipReader(bytes: victim.bytes).allFaults().isEmpty)
    #expect(victim.bytes[victim.directory] == 0x50)
    #expect(victim.bytes[Victim.headerOfB] == 0x50)
    #expect(victim.bytes[Victim.headerOfT] == 0x50)
  }

  @Test(arguments: attacks)
  private func `reports what is wrong`(attack: Attack) {
    var victim = Victim()
    attack.spoil(&victim)
    let faults = ZipReader(bytes: victim.bytes).allFaults()
    #expect(
      faults.contains { $0.code == attack.code && $0.message.contains(attack.message) },
      "\(faults.map(\.message))")
  }

  @Test(arguments: [
    ("", "is empty"), ("/etc/passwd", "is absolute"), ("..", "holds a '..'"),
    ("../a", "holds a '..'"), ("a/../b", "holds a '..'"), ("a/..", "holds a '..'"),
    ("a\\b", "holds a backslash"), ("C:a", "begins with a drive"), ("z:/a", "begins with a drive"),
    ("a\0b", "holds a NUL"), ("/", "is absolute"),
  ])
  func `calls a name unsafe`(name: String, message: String) {
    let faults = ZipReader(
      bytes: Sample.zip([Sample(name: ByteString(name), data: [])])
    ).faults.filter { $0.code == .unsafeName }
    #expect(faults.count == 1)
    #expect(faults.allSatisfy { $0.message.contains(message) && $0.entry == ByteString(name) })
  }

  @Test(arguments: ["a", "a..b/..c/d..", ".hidden", "1:", "größe", "...", "a b", "-"])
  func `calls a name safe`(name: String) {
    let bytes = Sample.zip([Sample(name: ByteString(name), data: [])])
    #expect(ZipReader(bytes: bytes).faults.isEmpty)
  }

  @Test(arguments: [["a", "./a"], ["a/b", "a//b"], ["a", "b", "a"], ["x/./y", "x/y"]])
  func `finds names that unpack to one file`(names: [String]) {
    let bytes = Sample.zip(names.map { Sample(name: ByteString($0), data: []) })
    let faults = ZipReader(bytes: bytes).faults
    #expect(faults.count == 1)
    #expect(faults.allSatisfy { $0.message.contains("has the name of the one at byte") })
  }

  @Test(arguments: [
    ["N/cat", "N/cat/x.jpg"], ["N/cat/x.jpg", "N/cat"], ["N/cat/x.jpg", "N/cat/x.jpg/y.jpg"],
    ["a", "a b", "a!", "a-", "a-/b", "a.c/d", "a/b"], ["a", "a//b/", "a/./b/c"],
    ["N/", "N/cat", "N/cat/x", "N/dog/"],
  ])
  func `finds a file that is a folder, too`(names: [String]) {
    let bytes = Sample.zip(names.map { Sample(name: ByteString($0), data: []) })
    let faults = ZipReader(bytes: bytes).faults.filter { $0.message.contains("lies in it") }
    #expect(!faults.isEmpty && faults.allSatisfy { $0.code == .badArchive })
  }

  @Test func `names each file that is a folder once, and what lies in it`() {
    let names = ["a", "a b", "a b/c", "a b/d", "a/e", "a/f"].map { ByteString($0) }
    let faults = ZipReader(bytes: Sample.zip(names.map { Sample(name: $0, data: []) })).faults
    #expect(faults.map(\.entry) == ["a b", "a"])
    #expect(faults.first?.message.hasSuffix("lies in it") ?? false)
  }

  @Test(arguments: [
    ["a", "a-", "a-b", "a0/c", "b/a"], ["N/", "N/cat/", "N/cat/x.jpg", "N/cat.jpg"],
    ["x/a", "a/x", "a.", "a.b/c"],
  ])
  func `keeps apart a file and a folder whose names begin alike`(names: [String]) {
    let bytes = Sample.zip(names.map { Sample(name: ByteString($0), data: []) })
    #expect(!ZipReader(bytes: bytes).faults.contains { $0.message.contains("lies in it") })
  }

  @Test func `keeps apart names that only people confuse`() {
    let names: [ByteString] = ["A", "a", "e\u{301}", "\u{e9}"]
    let reader = ZipReader(bytes: Sample.zip(names.map { Sample(name: $0, data: []) }))
    #expect(reader.faults.isEmpty)
  }

  @Test func `reads only the first of entries that overlap`() throws {
    var victim = Victim()
    victim.put([0], at: victim.entry(1) + 42)
    let reader = ZipReader(bytes: victim.bytes)
    #expect(try reader.content(reader.entries[0]) == Noise.bytes(10, seed: 1))
    #expect(throws: ArchiveFault.self) { try reader.content(reader.entries[1]) }
    #expect(try reader.content(reader.entries[2]).count == 500)
  }

  @Test func `gives no more than an entry declares`() throws {
    var victim = Victim()
    victim.put([3, 0], at: victim.entry(2) + 24)
    victim.put([3, 0], at: Victim.headerOfT + 22)
    let reader = ZipReader(bytes: victim.bytes)
    let stream = reader.stream(reader.entries[2])
    var buffer = [UInt8](repeating: 0, count: 100)
    var span = buffer.mutableSpan
    #expect(stream.read(into: &span) == 3)
    #expect(stream.fault?.message == "the content is longer than the 3 bytes it declares")
    #expect(stream.read(into: &span) < 0)
    #expect(buffer[3] == 0)
  }

  @Test func `never crashes and never passes a changed content`() throws {
    let bytes = Sample.zip()
    for place in bytes.indices {
      for change: UInt8 in [0x01, 0x80, 0xff] {
        var changed = bytes
        changed[place] ^= change
        expectNoticed(changed, "byte \(place) changed by \(change)")
      }
    }
  }

  @Test func `notices every truncation`() {
    let bytes = Sample.zip()
    for count in bytes.indices {
      #expect(!ZipReader(bytes: Array(bytes[..<count])).faults.isEmpty, "\(count) bytes")
    }
  }

  @Test func `survives noise behind every signature`() {
    let bytes = Sample.zip()
    var noise = Noise(seed: 9)
    for round in 0..<300 {
      var changed = bytes
      for _ in 0..<4 {
        let place = Int.random(in: 0..<bytes.count - 8, using: &noise)
        for offset in 0..<Int.random(in: 1...8, using: &noise) {
          changed[place + offset] = UInt8.random(in: 0...255, using: &noise)
        }
      }
      expectNoticed(changed, "round \(round)")
    }
  }

  private func expectNoticed(_ changed: [UInt8], _ what: String) {
    let reader = ZipReader(bytes: changed)
    guard reader.allFaults().isEmpty else { return }
    let contents = reader.entries.map { try? reader.content($0) }
    #expect(reader.entries.map(\.name) == Sample.dataset.map(\.name), "\(what)")
    #expect(contents == Sample.dataset.map(\.data), "\(what)")
  }
}
