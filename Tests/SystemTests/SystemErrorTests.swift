import ByteText
import Glibc
import System
import Testing

struct SystemErrorTests {
  @Test(arguments: [
    (ENOSPC, "No space left on device"), (EROFS, "Read-only file system"),
    (ENOENT, "No such file or directory"),
  ])
  func `speaks the system's own words`(code: Int32, words: String) {
    #expect(SystemError(code: code, operation: "write", path: "a").words == words)
  }

  @Test func `names the call and the path`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SystemError(code: ENOENT, operation: "open", path: folder["gone"])) {
      _ = try OpenFile.reading(folder["gone"]).path
    }
  }

  @Test func `refuses a path with a NUL instead of cutting it there`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a") + ByteString([0]) + "b"
    #expect(throws: SystemError(code: EINVAL, operation: "stat", path: path)) {
      try Files.status(path)
    }
    #expect(throws: SystemError(code: EINVAL, operation: "rename", path: path)) {
      try Files.rename(folder["a"], to: path)
    }
  }

  @Test func `sorts codes into what callers ask`() {
    func error(_ code: Int32) -> SystemError { SystemError(code: code, operation: "", path: "") }
    #expect(error(ENOENT).isMissing && error(ENOTDIR).isMissing && !error(EACCES).isMissing)
    #expect(error(EEXIST).isTaken && error(ENOTEMPTY).isTaken && !error(EPERM).isTaken)
    #expect(error(ENOSPC).isFull && error(EDQUOT).isFull && error(EFBIG).isFull)
    #expect(error(EACCES).isForbidden && error(EROFS).isForbidden)
    #expect(error(EPIPE).isClosedPipe && error(EINTR).isInterruption && error(EAGAIN).isBusy)
  }
}
