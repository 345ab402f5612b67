import ArchiveFormats
import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct SumsFileTests {
  private let digest = SHA256Digest([UInt8](repeating: 0xAB, count: 32))
  private let hex = String(repeating: "ab", count: 32)

  private func line(_ digest: SHA256Digest, _ name: ByteString) -> [UInt8] {
    var line: [UInt8] = []
    SumsFile.append(digest, name, to: &line)
    return line
  }

  @Test func `is a line that sha256sum reads`() {
    #expect(ByteString(line(digest, "cat/ a.jpg")) == ByteString("\(hex)  cat/ a.jpg\n"))
  }

  @Test func `marks and doubles backslashes as coreutils do`() {
    #expect(
      ByteString(line(digest, #"a\nb/c\"#)) == ByteString("\\\(hex)  a\\\\nb/c\\\\\n"))
  }

  @Test(arguments: ["cat/a.jpg", #"a\b"#, #"a\nb"#, #"\\"#, " a ", "größe", "*a"])
  func `reads back the names that it writes`(name: String) {
    let sums = SumsList(line(digest, ByteString(name))).sums
    #expect(sums == [ByteString(name): ByteString(hex)])
  }

  @Test(
    arguments: [
      ("\n\n# of\n", nil), ("hello\n", 1), ("\n", nil), ("\n# of\n HEX\n", 3),
      ("HEX  b\r\nHEX\n", 2),
      ("HEX  \n", 1), ("HEX *b\nHEX b\nSHA256 (b) = HEX\n", nil), ("xHEX  b\n", 1),
      ("HEX- b\n", 1), ("SHA256 (b) = HE\n", 1), ("SHA256 () = HEX\n", 1), ("\\HEX  b\n", nil),
    ] as [(String, Int?)])
  func `says which line is no sum`(lines: String, badLine: Int?) {
    let text = lines + "HEX  a"
    let list = SumsList(Array(text.replacing("HEX", with: hex).utf8))
    #expect(list.badLine == badLine)
    #expect(list.sums["a"] == ByteString(hex))
    #expect(Set(list.sums.keys).isSubset(of: ["a", "b"]))
  }

  @Test func `finds the same lines bad as sha256sum`() throws {
    let dir = try Dir()
    try dir.write("a", text: "a")
    let hex = try String(dir.run("sha256sum", "a").text.prefix(64))
    for line in [
      "HEX  a", "HEX *a", "SHA256 (a) = HEX", "# a", "", "HEX  a\r", "HEX-  a", "a",
    ] {
      let text = line.replacing("HEX", with: hex) + "\n"
      let list = SumsList(Array((text + "\(hex)  a\n").utf8))
      try dir.write("sums", text: ByteString(text + "\(hex)  a\n"))
      try dir.run(
        "sha256sum", "-c", "--strict", "--status", "sums", status: list.badLine == nil ? 0 : 1)
    }
  }

  @Test func `is checked by sha256sum itself`() throws {
    let dir = try Dir()
    let names: [ByteString] = [#"a\b"#, #"a\nb"#, " c", "größe"]
    var text: [UInt8] = []
    for name in names {
      try dir.write(name, name.bytes)
      let sum = try dir.run("sha256sum", "--", name).stdout
      let start = sum.bytes.first == UInt8(ascii: "\\") ? 1 : 0
      let bytes = try #require(Hexadecimal.decode(Array(sum.bytes[start..<start + 64])))
      text += line(SHA256Digest(bytes), name)
    }
    try dir.write("sums", text)
    try dir.run("sha256sum", "-c", "--strict", "--quiet", "sums")
  }

  @Test(arguments: ["a", "cat", "m", "z"])
  func `names texts between images wherever the list is cut`(className: String) {
    let images = (0..<50).map { number in
      var record = Samples.record(UInt64(number) << 58 | UInt64(number))
      record.className = ByteString(className)
      return PackPlan.Image(record, at: record.place, keepsProvenance: false)
    }.sorted { $0.file < $1.file }
    let names: [ByteString] = ["README.md", "b", "classes.txt", "metadata.jsonl"]
    let sums = SumsFile(images[...], names.map { ($0, digest) })
    let whole = sums.text(of: images[...])
    let lines = ByteString(whole).displayed.split(separator: "\n").map { String($0.dropFirst(66)) }
    #expect(lines == (images.map(\.file) + names).sorted().map(\.displayed))
    for length in [1, 7, 49, 50] {
      let cuts = stride(from: 0, to: images.count, by: length)
      let pieces = cuts.map { sums.text(of: images[$0..<min($0 + length, images.count)]) }
      #expect(Array(pieces.joined()) == whole)
    }
  }
}
