import ByteText
import Glibc
import Testing

@testable import System

struct LeftoversTests {
  let folder: TemporaryFolder
  let current = ProcessIdentity.current

  init() throws { folder = try TemporaryFolder() }

  private func name(_ number: Int, _ start: UInt64, _ realm: UInt32, _ serial: Int = 0)
    -> ByteString
  {
    StagingName(
      maker: ProcessIdentity(number: number, start: start, realm: realm), serial: serial
    ).text
  }

  @Test func `sweeps those of dead processes and keeps those of living ones`() throws {
    let dead = name(0x3FFF_FFFF, 5, current.realm)
    let reused = name(current.number, current.start + 1, current.realm)
    let ours = name(current.number, current.start, current.realm, 1 << 40)
    for name in [dead, reused, ours] { try folder.file(name) }
    let other = try StagedFile(in: folder.path, named: true)
    #expect(try Leftovers.sweep(folder.path) == [reused, dead].sorted())
    #expect(try folder.names.count == 2)
    try other.place(at: folder["a"])
    #expect(try folder.names == [ours, "a"])
  }

  @Test func `keeps what another machine may still write, but not what is a day old`() throws {
    let recent = try folder.file(name(1, 1, current.realm ^ 1))
    let old = try folder.file(name(2, 1, current.realm ^ 1))
    var times = [timespec](repeating: timespec(tv_sec: Clocks.now() - 90_000, tv_nsec: 0), count: 2)
    unsafe utimensat(AT_FDCWD, old.cString, &times, 0)
    #expect(try Leftovers.sweep(folder.path) == [old.lastComponent])
    #expect(try Files.exists(recent))
  }

  @Test func `touches nothing that only looks alike`() throws {
    let sound = name(0x3FFF_FFFF, 5, current.realm)
    let names: [ByteString] = [
      ".imgds.jsonl", ".imgds-", ".imgds-1-2-3", sound + ".jpg", sound + "-1", ".imgds-0x1-1-1-1",
      ".imgds-01-1-00000000-1", ByteString(sound.bytes.dropFirst()),
    ]
    for name in names { try folder.file(name) }
    try folder.folder(sound)
    #expect(try Leftovers.sweep(folder.path).isEmpty)
    #expect(try folder.names == (names + [sound]).sorted())
  }

  @Test func `reads back every name it gives`() {
    let name = StagingName.fresh()
    #expect(StagingName(name.text) == name)
    #expect(name.maker == current)
    #expect(StagingName.fresh() != name)
    #expect(current.hasEnded == false)
    #expect(current.start > 0)
  }

  @Test func `says why a folder cannot be swept`() throws {
    #expect { try Leftovers.sweep(folder["gone"]) } throws: {
      ($0 as? SystemError)?.isMissing == true
    }
  }
}
