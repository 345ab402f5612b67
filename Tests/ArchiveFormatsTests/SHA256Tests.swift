import ArchiveFormats
import ByteText
import CDigest
import Testing

/// FIPS 180-4's examples and the vectors NIST publishes beside them.
private let vectors: [(text: String, repeats: Int, digest: ByteString)] = [
  ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  (
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  ),
  (
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
      + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu", 1,
    "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
  ),
  ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
]

private let paths: [imgds_sha256_path] = [
  imgds_sha256_portable, imgds_sha256_x86, imgds_sha256_arm,
]

@Suite struct SHA256Tests {
  @Test(arguments: vectors.indices)
  func `gives the digests of the standard's examples`(index: Int) {
    let vector = vectors[index]
    let bytes = [UInt8](String(repeating: vector.text, count: vector.repeats).utf8)
    var digest = SHA256()
    digest.update(bytes.span)
    #expect(Hexadecimal.encode(digest.finish()) == vector.digest)
  }

  @Test(arguments: paths.filter { imgds_sha256_offers($0) }.map(\.rawValue), vectors.indices)
  func `gives them by every path the processor offers`(path: UInt32, index: Int) throws {
    let vector = vectors[index]
    let message = [UInt8](String(repeating: vector.text, count: vector.repeats).utf8)
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
      0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    let zeros = (119 - message.count % 64) % 64
    let length = (0..<8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> (56 - 8 * $0)) }
    let padded = message + [0x80] + [UInt8](repeating: 0, count: zeros) + length
    try #require(padded.count % 64 == 0)
    let isOffered = unsafe imgds_sha256_compress(
      imgds_sha256_path(rawValue: path), &state, padded, padded.count / 64)
    #expect(isOffered)
    let digest = state.reduce(ByteString()) { $0 + Hexadecimal.encode($1) }
    #expect(digest == vector.digest)
  }

  @Test func `refuses a path the processor lacks and touches nothing`() {
    for path in paths where !imgds_sha256_offers(path) {
      var state = [UInt32](repeating: 7, count: 8)
      let block = [UInt8](repeating: 0, count: 64)
      let isOffered = unsafe imgds_sha256_compress(path, &state, block, 1)
      #expect(!isOffered)
      #expect(state == [UInt32](repeating: 7, count: 8))
    }
  }

  @Test func `does not care how the bytes are cut`() {
    let bytes = Noise.bytes(1_000)
    var whole = SHA256()
    whole.update(bytes.span)
    for piece in [1, 3, 55, 56, 63, 64, 65, 127, 128, 129, 999] {
      var digest = SHA256()
      for start in stride(from: 0, to: bytes.count, by: piece) {
        digest.update(bytes.span.extracting(start..<min(start + piece, bytes.count)))
      }
      #expect(digest.finish() == whole.finish(), "pieces of \(piece)")
    }
  }

  @Test func `can be asked on the way`() {
    var digest = SHA256()
    digest.update([UInt8]("ab".utf8).span)
    let early = digest.finish()
    digest.update([UInt8]("c".utf8).span)
    #expect(digest.finish() != early)
    #expect(Hexadecimal.encode(digest.finish()) == vectors[1].digest)
  }
}
