import ByteText
import Glibc
import Testing

@testable import System

struct EnvironmentTests {
  @Test func `reads variables as bytes`() {
    unsafe setenv("IMGDS_TEST_BYTES", [CChar(bitPattern: 0xFF), 0x61, 0], 1)
    #expect(Environment.value("IMGDS_TEST_BYTES") == ByteString([0xFF, 0x61]))
    unsafe unsetenv("IMGDS_TEST_BYTES")
    #expect(Environment.value("IMGDS_TEST_BYTES") == nil)
  }

  @Test func `leaves the program's own name out of the arguments`() {
    #expect(Environment.arguments.count == Int(CommandLine.argc) - 1)
  }

  @Test func `finds the account's name`() {
    let accounts: ByteString =
      "root:x:0:0::/root:/bin/sh\n# 7\nbroken\nann:x:1000:1000::/:\nb:x:1000:\n"
    #expect(Account.name(of: 1000, in: accounts) == "ann")
    #expect(Account.name(of: 0, in: accounts) == "root")
    #expect(Account.name(of: 1, in: accounts) == nil)
    #expect(Account.userID == geteuid())
    #expect(!Account.name.isEmpty)
  }

  @Test func `counts the processors it may use`() {
    #expect(Processors.count >= 1)
    #expect(Processors.processors(inQuota: "max 100000\n") == nil)
    #expect(Processors.processors(inQuota: "150000 100000\n") == 2)
    #expect(Processors.processors(inQuota: "1000 100000\n") == 1)
    #expect(Processors.processors(inQuota: "") == nil)
  }

  @Test func `raises the limit of descriptors as far as it may`() {
    let limit = Descriptors.limit(raisedTo: 0)
    #expect(limit >= 8)
    let raised = Descriptors.limit(raisedTo: limit + 1)
    #expect(raised == limit || raised == limit + 1)
    #expect(Descriptors.limit(raisedTo: 0) == raised)
    #expect(Descriptors.limit(raisedTo: .max) >= raised)
  }

  @Test func `knows the memory it may use`() {
    #expect(Memory.size > 1 << 20)
    #expect(Memory.bytes(inLimit: "max\n") == nil)
    #expect(Memory.bytes(inLimit: "1073741824\n") == 1 << 30)
    #expect(Memory.bytes(inLimit: "") == nil)
  }

  @Test func `knows the time`() {
    let before = Clocks.monotonicSeconds()
    #expect(Clocks.now() > 1_700_000_000)
    #expect(Clocks.monotonicSeconds() >= before)
  }

  @Test func `leaves standard streams that are open alone`() throws {
    try StandardStreams.ensureOpen()
    #expect(try StandardStreams.input().status().inode > 0)
  }
}
