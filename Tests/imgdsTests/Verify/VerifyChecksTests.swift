import ByteText
import TestKit
import Testing

/// `verify --checks` on a tree with something for every kind of check.
struct VerifyChecksTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    for seed in 1...8 {
      try dir.write(ByteString("tree/cat/\(seed).png"), Pictures.blocks(seed))
    }
    try dir.write("tree/cat/again.png", Pictures.blocks(1))
    try dir.write("tree/cat/small.png", Pictures.blocks(2, side: 60))
    try dir.write("tree/cat/torn.png", Array(Pictures.blocks(9).dropLast(40)))
    try dir.write(
      "tree/cat/night.png", Pictures.flat(red: 1, green: 1, blue: 2, width: 90, height: 90))
    try dir.write(
      "tree/cat/sixteen.png", Pictures.png(5, colour: .rgb, depth: 16, width: 90, height: 90))
    try dir.make("tree/con")
  }

  /// The codes that are found, each once.
  private func codes(_ words: ByteString..., status: Int? = nil) throws -> Set<ByteString> {
    let run = try dir.command(["verify", "tree", "--json"] + words).run(status: status)
    return Set(try run.json("finding").compactMap { $0["code"]?.text })
  }

  @Test(
    arguments: [
      ("soundness", ["corrupt"], 1),
      ("classes", ["empty-class", "portable-name"], 0),
      ("sameness", ["same-bytes"], 0),
      ("likeness", ["near-duplicate"], 0),
      ("notes", ["sixteen-bit"], 0),
      ("dark", ["dark"], 0),
      ("quality", ["dark", "low-information", "odd-size"], 0),
      ("soundness,likeness", ["corrupt", "near-duplicate"], 1),
    ] as [(ByteString, [ByteString], Int)])
  func `only what is asked for is looked for`(
    words: ByteString, expected: [ByteString], status: Int
  ) throws {
    #expect(try codes("--checks", words, status: status) == Set(expected))
  }

  @Test func `no before each word leaves those out`() throws {
    let all = try codes()
    let most = try codes("--checks", "no-quality,no-likeness")
    #expect(all.isSuperset(of: ["corrupt", "near-duplicate", "dark", "same-bytes"]))
    #expect(all.subtracting(most) == ["near-duplicate", "dark", "low-information", "odd-size"])
    #expect(try codes("--checks", "no-dark") == all.subtracting(["dark"]))
  }

  @Test func `an unknown word is refused with those there are`() throws {
    let run = try dir.imgds("verify", "tree", "--checks", "likenes", status: 2)
    #expect(run.errors.contains("likenes") && run.errors.contains("likeness"))
    #expect(run.stdout.isEmpty)
  }
}
