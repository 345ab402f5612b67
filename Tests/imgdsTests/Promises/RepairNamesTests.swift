import ByteText
import TestKit
import Testing

/// What `verify --repair` knows of images again whose names went astray.
@Suite struct RepairNamesTests {
  private let dir: Dir
  /// Three cats and two dogs of `tester`, each with the label of its number.
  private let ids: [ByteString]

  init() throws {
    let dir = try Dir()
    self.dir = dir
    try dir.imgds("init", "pets", "cat", "dog")
    ids = try (0..<5).map { seed in
      let picture = Pets.picture(seed)
      try dir.write(picture, Pictures.png(seed))
      let words: [ByteString] = ["add", "pets", picture, "--class", seed < 3 ? "cat" : "dog"]
      let added = try dir.command(words + ["--json"]).run().json("added")
      let id = try #require(added.first?["id"]?.text)
      try dir.imgds("label", "pets", id, "--also", Self.label(seed))
      return id
    }
  }

  private static func label(_ number: Int) -> ByteString { ByteString("number\(number)") }

  private func file(_ number: Int, in className: ByteString) -> ByteString {
    "pets/" + className + "/" + ids[number] + ".png"
  }

  private func repair() throws -> TestOutput {
    try dir.command("verify", "pets", "--repair", "--checks", "soundness,records", "--json")
      .variable("IMGDS_USER", "bob").run()
  }

  /// Whether an image is as it was added and labelled, in a class.
  private func isKept(_ number: Int, in className: ByteString) throws -> Bool {
    let images = try dir.imgds("list", "pets", "id:" + ids[number], "--json").json("image")
    return try images.count == 1 && images[0]["by"] == "tester"
      && images[0]["class"]?.text == className
      && images[0]["labels"] == .array([.string(Self.label(number))])
      && dir.read(file(number, in: className)) == Pictures.png(number)
  }

  private var removals: Int {
    get throws {
      try dir.imgds("log", "pets", "--json").json("event").count { $0["action"] == "removed" }
    }
  }

  @Test func `swaps back names that were swapped`() throws {
    try dir.rename(file(0, in: "cat"), to: "pets/tmp")
    try dir.rename(file(1, in: "cat"), to: file(0, in: "cat"))
    try dir.rename("pets/tmp", to: file(1, in: "cat"))
    #expect(try repair().summary["repaired"] == 2)
    for number in 0..<3 { #expect(try isKept(number, in: "cat")) }
    #expect(try removals == 0)
    #expect(try !dir.list().contains { $0.hasPrefix("pets_strays") })
  }

  @Test func `puts a ring right, and leaves every image in its folder`() throws {
    // The bytes of 0, 1, 2 and 3 under the names of 1, 2, 3 and 0.
    let names = [file(1, in: "cat"), file(2, in: "cat"), file(3, in: "dog"), file(0, in: "cat")]
    for (number, name) in names.enumerated() { try dir.write(name, Pictures.png(number)) }
    #expect(try repair().summary["errors"] == 0)
    #expect(try isKept(0, in: "cat") && isKept(1, in: "cat"))
    #expect(try isKept(2, in: "dog") && isKept(3, in: "cat") && isKept(4, in: "dog"))
    #expect(try removals == 0)
    try dir.imgds("verify", "pets", "--checks", "soundness,records", "--strict")
  }

  @Test(arguments: ["cat/good.png", "dog/good.png", "dog/ID.png"])
  func `knows again the sound copy of a corrupt image`(_ copy: String) throws {
    let whole = Pictures.png(0)
    try dir.write(file(0, in: "cat"), Array(whole.dropLast(20)))
    let name = copy.contains("ID") ? file(0, in: "dog") : ByteString("pets/\(copy)")
    try dir.write(name, whole)
    #expect(try repair().summary["errors"] == 0)
    #expect(try isKept(0, in: copy.hasPrefix("cat") ? "cat" : "dog"))
    #expect(try removals == 0)
    let strays = try #require(try dir.list().first { $0.hasPrefix("pets_strays") })
    #expect(try dir.files(below: strays) == ["cat/" + ids[0] + ".png"])
  }

  @Test func `sets aside a file of the other format, and keeps the image`() throws {
    try dir.write("pets/cat/" + ids[0] + ".jpg", Pictures.jpeg())
    #expect(try repair().summary["repaired"] == 1)
    #expect(try isKept(0, in: "cat"))
    #expect(try removals == 0)
  }

  @Test func `gives one copy its name back, and sets the others aside`() throws {
    for number in [1, 3] {
      try dir.write(file(number, in: number < 3 ? "cat" : "dog"), Pictures.png(0))
    }
    try dir.remove(file(0, in: "cat"))
    try dir.remove(file(4, in: "dog"))
    #expect(try repair().summary["errors"] == 0)
    #expect(try isKept(0, in: "cat"))
    #expect(try dir.list("pets/dog").isEmpty && dir.list("pets/cat").count == 2)
    // Of 1, 3 and 4 there are no bytes any more.
    #expect(try removals == 3)
  }

  @Test func `sets aside what lies under a name that its image needs`() throws {
    try dir.rename(file(0, in: "cat"), to: "pets/cat/kitten.png")
    try dir.make(file(0, in: "cat"))
    #expect(try repair().summary["errors"] == 0)
    #expect(try isKept(0, in: "cat"))
    try dir.write("pets/cat/kitten.png", Pictures.png(0))
    #expect(try repair().summary["repaired"] == 1)
    #expect(try isKept(0, in: "cat") && removals == 0)
  }

  @Test func `says of a copy in another class what helps`() throws {
    try dir.write(file(0, in: "dog"), Pictures.png(0))
    let output = try dir.imgds(
      "verify", "pets", "--checks", "records,sameness", "--json", status: 1)
    let found = try output.json("finding")
    #expect(found.map { $0["code"] } == ["unrecorded", "same-bytes-classes"])
    #expect(
      found[0]["message"]
        == "the catalog has it in class 'cat', where it lies, too, remove this copy")
    try dir.imgds("remove", "pets", file(0, in: "dog"))
    try dir.imgds("verify", "pets", "--checks", "records,sameness", "--strict")
    #expect(try isKept(0, in: "cat"))
  }
}
