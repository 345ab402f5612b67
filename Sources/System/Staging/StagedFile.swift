package import ByteText
internal import CSystem
internal import Glibc

/// A file that is being written in its folder and that nobody sees before it is placed.
///
/// Nameless (O_TMPFILE) where the file system can, so that a killed process leaves nothing; else
/// under a dot-name that ``Leftovers`` knows. Discarded, if it was not placed, when it goes.
/// Its mode is 0666 less the umask. May be handed from thread to thread.
package final class StagedFile: Sendable {
  /// The folder it is in.
  package let folder: ByteString
  private let state: Guarded<State>

  /// The file while it is open, and its path while it has a dot-name.
  private struct State: Sendable {
    var file: SharedFile?
    var name: ByteString?
    var isPlaced = false
  }

  /// Makes an empty file in a folder.
  ///
  /// `named` forces the kind with a dot-name, which can be closed meanwhile: a process may hold
  /// thousands of these, of the nameless only as many as it may have descriptors.
  ///
  /// - Throws: why no file can be made in the folder.
  package init(in folder: ByteString, named isNamed: Bool = false) throws(SystemError) {
    self.folder = folder
    if !isNamed, Self.canLinkNameless, let file = Self.nameless(in: folder) {
      state = Guarded(State(file: SharedFile(file)))
      return
    }
    let name = folder.appending(StagingName.fresh().text)
    do {
      state = Guarded(State(file: SharedFile(try OpenFile.creating(name)), name: name))
    } catch {
      throw SystemError(code: error.code, operation: error.operation, path: folder)
    }
  }

  deinit {
    if let name = dotName { try? Files.remove(name) }
  }

  /// Whether the file has no name yet.
  package var isNameless: Bool {
    state.withLock { $0.name == nil && !$0.isPlaced }
  }

  /// The path of its dot-name, while it has one.
  var dotName: ByteString? {
    state.withLock { $0.name }
  }

  /// The open file, opened again if it was closed.
  ///
  /// - Throws: ENOENT once it is placed and closed.
  func opened() throws(SystemError) -> SharedFile {
    let (file, name) = state.withLock { ($0.file, $0.name) }
    if let file { return file }
    guard let name else { throw SystemError(code: ENOENT, operation: "open", path: folder) }
    let reopened = SharedFile(try OpenFile.updating(name))
    state.withLock { $0.file = reopened }
    return reopened
  }

  /// Gives the descriptor back while the file waits to be placed; the next use opens it again.
  ///
  /// A nameless file stays open, as closing would end it.
  package func close() {
    state.withLock { if $0.name != nil || $0.isPlaced { $0.file = nil } }
  }

  /// Notes the dot-name under which the file lies now.
  func wasNamed(_ name: ByteString) {
    state.withLock { $0.name = name }
  }

  /// Takes the file and dot-name of another, which is then done with.
  func takeOver(_ other: StagedFile) {
    let (file, name) = other.state.withLock { ($0.file, $0.name) }
    other.wasPlaced()
    state.withLock { state in
      state.file = file
      state.name = name
    }
  }

  /// Notes that the file has its name and is no longer ours to remove.
  func wasPlaced() {
    state.withLock { state in
      state.name = nil
      state.isPlaced = true
    }
  }

  /// Refuses a second placing.
  func checkNotPlaced(at path: ByteString) throws(SystemError) {
    guard state.withLock({ !$0.isPlaced }) else {
      throw SystemError(code: EEXIST, operation: "link", path: path)
    }
  }

  /// Naming a nameless file goes through `/proc` for all but the superuser before Linux 6.10.
  private static let canLinkNameless = (try? Files.exists("/proc/self/fd")) ?? false

  /// A file without a name, or nil where none can be made: a file system without them (NFS, FUSE,
  /// FAT), or any other reason, which making one with a name then meets and tells.
  private static func nameless(in folder: ByteString) -> OpenFile? {
    let descriptor = try? systemCall("open", at: folder) { unsafe imgds_open_nameless($0, 0o666) }
    return descriptor.map { OpenFile(descriptor: $0, path: folder) }
  }
}
