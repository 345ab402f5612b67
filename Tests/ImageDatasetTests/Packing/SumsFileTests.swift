import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct SumsFileTests {
  private let digest = [UInt8](repeating: 0xAB, count: 32)
  private let hex = String(repeating: "ab", count: 32)

  @Test func `is a line that sha256sum reads`() {
    #expect(ByteString(SumsFile.line(digest, "cat/ a.jpg")) == ByteString("\(hex)  cat/ a.jpg\n"))
  }

  @Test func `marks and doubles backslashes as coreutils do`() {
    #expect(
      ByteString(SumsFile.line(digest, #"a\nb/c\"#)) == ByteString("\\\(hex)  a\\\\nb/c\\\\\n"))
  }

  @Test(arguments: ["cat/a.jpg", #"a\b"#, #"a\nb"#, #"\\"#, " a ", "größe", "*a"])
  func `reads back the names that it writes`(name: String) {
    let sums = SumsFile.sums(SumsFile.line(digest, ByteString(name)))
    #expect(sums == [ByteString(name): ByteString(hex)])
  }

  @Test func `passes over lines that are no sums`() {
    #expect(
      SumsFile.sums(Array("\n\nhello\n\(hex)\n\(hex)  \n\(hex)  a".utf8)).keys.map(\.self) == ["a"])
  }

  @Test func `is checked by sha256sum itself`() throws {
    let dir = try Dir()
    let names: [ByteString] = [#"a\b"#, #"a\nb"#, " c", "größe"]
    var text: [UInt8] = []
    for name in names {
      try dir.write(name, name.bytes)
      let sum = try dir.run("sha256sum", "--", name).stdout
      let start = sum.bytes.first == UInt8(ascii: "\\") ? 1 : 0
      text += SumsFile.line(
        try #require(Hexadecimal.decode(Array(sum.bytes[start..<start + 64]))), name)
    }
    try dir.write("sums", text)
    try dir.run("sha256sum", "-c", "--strict", "--quiet", "sums")
  }
}
