import ByteText
import Glibc
import TestKit
import Testing

/// Who a contributor is without `IMGDS_USER`.
struct AccountTests {
  private static let canChange =
    unsafe geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0

  @Test(
    .enabled(if: canChange, "left out: only the superuser runs as another account"),
    arguments: [
      (":", "54321"), ("echo 'ann:x:54321:1::/home/ann:/bin/sh'", "ann"),
      ("echo 'bob:x:1:1::/:'", "54321"), ("exit 2", "54321"),
    ])
  func `a user of no known account is its number, whatever the environment says`(
    getent: String, name: String
  ) throws {
    let dir = try Dir()
    try dir.make("work")
    try dir.setMode("work", 0o777)
    try dir.write("getent", text: ByteString("#!/bin/sh\n\(getent)\n"))
    try dir.shell(
      "cp $IMGDS . && chmod a+rx .. . getent && cd work && setpriv --reuid 54321 --regid 54321 "
        + "--clear-groups env -u IMGDS_USER PATH=..:$PATH LOGNAME=eve USER=eve ../imgds init pets")
    let record = try #require(try dir.text("work/pets/.imgds.jsonl").parts(ending: 0x0A).first)
    #expect(try JSON(parsing: record)["by"]?.text?.displayed == name)
  }

  @Test(.enabled(if: canChange, "left out: only the superuser runs as another account"))
  func `a repair by another account gives up no image while a file is not to be read`() throws {
    let dir = try Dir()
    try dir.imgds("init", "pets", "cat")
    try dir.write("p.png", Pictures.png(3))
    let added = try dir.imgds("add", "pets", "p.png", "--class", "cat", "--private", "--json")
    let file = try #require(try added.json("added").first?["file"]?.text)
    try dir.imgds("label", "pets", file.stem, "--also", "secret", "--describe", "mine")
    try dir.rename("pets/" + file, to: "pets/cat/other.png")
    try dir.shell(
      "cp $IMGDS . && chmod a+rx .. . && chmod -R a+rwX pets && chmod 600 pets/cat/other.png && "
        + "setpriv --reuid 54321 --regid 54321 --clear-groups ./imgds verify pets --repair",
      status: 1)
    try dir.imgds("verify", "pets", "--repair")
    let image = try #require(try dir.imgds("list", "pets", "--json").json("image").first)
    #expect(image["file"]?.text == file && image["labels"] == ["secret"])
    #expect(image["description"] == "mine" && image["visibility"] == "private")
  }
}
