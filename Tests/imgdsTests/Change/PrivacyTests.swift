import ByteText
import TestKit
import Testing

@Suite struct PrivacyTests {
  private static let isRoot = (try? Dir().run("id", "-u").text) == "0\n"

  private let pets: Pets
  private var dir: Dir { pets.dir }

  init() throws {
    pets = try Pets(pictures: 3)
  }

  private func add(_ seed: Int, _ more: ByteString...) throws -> ByteString {
    "pets/cat/" + (try #require(try pets.addCats(seed, with: more).first)) + ".png"
  }

  /// Lets the catalog forget an image, as a run that was killed before it recorded one.
  private func forget(_ file: ByteString) throws {
    let id = ByteString(file.lastComponent.bytes.prefix(16)).displayed
    let lines = try dir.text("pets/.imgds.jsonl").parts(ending: 0x0A)
    try dir.write(
      "pets/.imgds.jsonl",
      lines.filter { !$0.displayed.contains(id) }.flatMap { $0.bytes + [0x0A] })
  }

  @Test func `a public image that is added as private stays public, and that is said`() throws {
    let file = try add(1)
    let output = try dir.imgds("add", "pets", "1.png", "--class", "cat", "--private", "--json")
    #expect(output.errors.contains("stays public"))
    #expect(output.errors.contains("label --private"))
    #expect(try output.summary["duplicates"] == 1)
    #expect(try dir.mode(file) != 0o600)
    _ = try add(2, "--private")
    let again = try dir.imgds("add", "pets", "2.png", "--class", "cat", "--private")
    #expect(!again.errors.contains("stays public"))
  }

  @Test func `an image that a killed run placed is hidden when it is recorded as private`() throws {
    let file = try add(1)
    try forget(file)
    #expect(try add(1, "--private") == file)
    #expect(try dir.mode(file) == 0o600)
  }

  @Test func `a hidden image that the catalog lacks is not packed`() throws {
    let file = try add(1, "--private")
    _ = try add(2)
    try forget(file)
    let packed = try dir.imgds("pack", "pets", "--json").object
    #expect(packed["images"] == 1 && packed["private"] == 1)
    let all = try dir.imgds("pack", "pets", "--include-private", "--json").object
    #expect(all["images"] == 2)
  }

  @Test func `pack names the way where all images are private`() throws {
    _ = try add(1, "--private")
    let output = try dir.imgds("pack", "pets", status: 1)
    #expect(output.errors.contains("--include-private"))
    #expect(!dir.exists("pets_dataset.zip"))
  }

  @Test func `verify tells of a private image that others may read, and repair hides it`() throws {
    let file = try add(1, "--private")
    try dir.setMode(file, 0o644)
    let found = try dir.imgds("verify", "pets", "--json").json("finding")
    let finding = try #require(found.first { $0["code"] == "unrecorded" })
    #expect(finding["severity"] == "warning")
    #expect(finding["message"]?.text?.displayed.contains("private") == true)
    try dir.imgds("verify", "pets", "--repair")
    #expect(try dir.mode(file) == 0o600)
  }

  @Test func `repair records a hidden image as private`() throws {
    let file = try add(1, "--private")
    try forget(file)
    try dir.imgds("verify", "pets", "--repair")
    #expect(try dir.imgds("list", "pets", "is:private").lines == [file])
  }

  @Test func `an image that lies in two classes stays the one's that has it`() throws {
    let file = try add(1)
    try dir.write("pets/dog/" + file.lastComponent, Pictures.png(1))
    for words in [["add"], ["add", "--dry-run"]] as [[ByteString]] {
      let output = try dir.command(words + ["pets", "1.png", "--class", "dog", "--json"])
        .run(status: 1)
      #expect(try output.json("refused").first?["class"] == "cat")
    }
    #expect(
      try dir.imgds("add", "pets", "1.png", "--class", "cat", "--json").json("duplicate").count == 1
    )
    #expect(try dir.imgds("list", "pets").lines == [file])
  }

  @Test func `records of another umask are no reason to call an image private`() throws {
    try dir.shell("umask 077; $IMGDS add pets 1.png --class cat")
    #expect(try dir.imgds("pack", "pets", "--json").object["images"] == 1)
    #expect(try dir.imgds("list", "pets", "is:private").lines == [])
  }

  @Test(
    .enabled(if: isRoot && Places.program("setpriv") != nil, "left out: wants root and setpriv"))
  func `only what the catalog calls private, or does not know, may be closed to a verifier`() throws
  {
    let (shown, hidden, unknown) = (try add(1), try add(2, "--private"), try add(3))
    try forget(unknown)
    for file in [shown, hidden, unknown] { try dir.setMode(file, 0) }
    let output = try dir.shell(
      """
      chmod -R go+rX .. && chmod 0 pets/cat/* && chmod a+r pets/.imgds.jsonl && \
      setpriv --reuid 65534 --regid 65534 --clear-groups "$IMGDS" verify pets --json
      """, status: 1)
    let found = try output.json("finding").filter { $0["code"] != "empty-class" }
    let told = found.map { ($0["severity"]?.text ?? "") + " " + ($0["code"]?.text ?? "") }
    let files = found.map { $0["file"]?.text.map { "pets/" + $0 } }
    #expect(
      Dictionary(uniqueKeysWithValues: zip(files, told)) == [
        shown: "error corrupt", hidden: "note private-unread", unknown: "note private-unread",
      ])
    #expect(found.allSatisfy { $0["message"] == "it could not be read: Permission denied" })
  }
}
