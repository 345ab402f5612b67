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
}
