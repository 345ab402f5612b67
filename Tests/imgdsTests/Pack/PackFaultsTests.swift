import ByteText
import TestKit
import Testing

/// What keeps `pack` from writing an archive, and how it says so.
struct PackFaultsTests {
  private static let isRoot = (try? Dir().run("id", "-u").text) == "0\n"

  private let dir: Dir

  init() throws { dir = try Dir() }

  @Test func `one run names what is missing and what is changed`() throws {
    try dir.makePets(["cat": 3, "dog": 2])
    let (cats, dogs) = (try dir.list("pets/cat"), try dir.list("pets/dog"))
    try dir.remove("pets/cat/" + cats[1])
    try dir.append("pets/cat/" + cats[2], [0])
    try dir.append("pets/dog/" + dogs[0], [0])
    let output = try dir.imgds("pack", "pets", status: 1)
    let messages = output.stderr.parts(ending: UInt8(ascii: "\n"))
    #expect(messages.count == 3)
    let named: [ByteString] = ["cat/" + cats[1], "cat/" + cats[2], "dog/" + dogs[0]]
    for (message, file) in zip(messages, named) {
      #expect(message.hasPrefix("imgds: cannot pack '" + file + "': "))
    }
    #expect(try dir.list() == ["in", "pets"])
  }

  @Test(
    .enabled(if: isRoot && Places.program("setpriv") != nil, "left out: wants root and setpriv"))
  func `a class folder that may not be read is named, with every other fault`() throws {
    try dir.makePets(["cat": 2, "dog": 2])
    try dir.append("pets/dog/" + (try dir.list("pets/dog")[0]), [0])
    let output = try dir.shell(
      """
      chmod -R go+rX .. && chmod 0 pets/cat && chmod a+rwx . && \
      setpriv --reuid 65534 --regid 65534 --clear-groups "$IMGDS" pack pets
      """, status: 1)
    let messages = output.stderr.parts(ending: UInt8(ascii: "\n"))
    #expect(messages.count == 2)
    #expect(
      messages[0]
        == "imgds: cannot pack 'cat': the folder could not be read: Permission denied")
    #expect(output.errors.contains("its bytes changed"))
    #expect(try dir.list() == ["in", "pets"])
  }

  @Test func `a class whose name is unsafe in a zip is not packed into one`() throws {
    try dir.makePets(["a\\b": 1, "cat": 1])
    let output = try dir.imgds("pack", "pets", status: 2)
    #expect(output.errors.contains("holds a backslash, which is unsafe in a zip, rename the class"))
    try dir.imgds("pack", "pets", "--where", "class:cat")
    try dir.imgds("pack", "pets", "--format", "webdataset")
    try dir.imgds("class", "pets", "rename", "a\\b", "ab")
    try dir.imgds("pack", "pets")
    try dir.imgds("verify", "pets_dataset.zip")
  }

  @Test func `a dataset whose name is unsafe in a zip is not packed into one`() throws {
    try dir.makePets(["cat": 1])
    try dir.rename("pets", to: "c:pets")
    let output = try dir.imgds("pack", "c:pets", "-o", "out.zip", status: 2)
    #expect(output.errors.contains("begins with a drive"))
    #expect(!dir.exists("out.zip"))
  }
}
