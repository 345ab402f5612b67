package import ByteText
internal import CSystem
internal import Glibc

/// A folder whose entries are asked for by name alone, which spares the system the way to it.
package final class FolderPath: Sendable {
  private let folder: OpenFile

  /// Finds a folder (`O_PATH`), whether or not it may be listed; a link to one is followed.
  package init(_ path: ByteString) throws(SystemError) {
    let descriptor = try systemCall("open", at: path) { unsafe imgds_open_path($0) }
    folder = OpenFile(descriptor: descriptor, path: path)
  }

  /// What lies under a name, links followed.
  package func status(of name: ByteString) throws(SystemError) -> FileStatus {
    var found = stat()
    do {
      try systemCall("stat", at: name) { text in
        unsafe fstatat(folder.descriptor, text, &found, 0)
      }
    } catch {
      throw SystemError(
        code: error.code, operation: error.operation, path: folder.path.appending(name))
    }
    guard let status = FileStatus(found) else {
      throw SystemError(code: EINVAL, operation: "stat", path: folder.path.appending(name))
    }
    return status
  }
}
