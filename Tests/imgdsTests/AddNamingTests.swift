import ByteText
import TestKit
import Testing

/// Classes that `add` makes, or would.
struct AddNamingTests {
  private let dir: Dir

  init() throws {
    dir = try Dir()
    try dir.imgds("init", "pets", "Cat")
    for (seed, name) in ["train", "a:b", "cat", "dog"].enumerated() {
      try dir.write(ByteString("in/\(name)/\(seed).png"), Pictures.png(seed))
      try dir.write(ByteString("in/\(name)/\(seed + 10).png"), Pictures.png(seed + 10))
    }
  }

  @Test func `a class whose name a file has is wrong usage, as for class add`() throws {
    try dir.write("pets/file", text: "mine")
    try dir.link("pets/nowhere", to: "gone")
    for name in ["file", "nowhere"] as [ByteString] {
      let told = try dir.imgds("class", "pets", "add", name, status: 2).errors
      #expect(told.contains("cannot make class '\(name.displayed)': there is a file of that name"))
      for more in [[], ["--dry-run"]] as [[ByteString]] {
        let words: [ByteString] = ["add", "pets", "in", "--class", name, "--create"]
        #expect(try dir.command(words + more).run(status: 2).errors == told)
      }
    }
  }
}
