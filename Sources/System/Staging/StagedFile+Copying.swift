internal import ByteText
internal import Glibc

/// The way out where a nameless file can be made but not named: a sandbox without `/proc`, a file
/// system that does one half only.
extension StagedFile {
  /// Whether linking failed for what the system lacks, not for where the file should go.
  static func isLackOfLinks(_ error: SystemError) -> Bool {
    switch error.code {
    case EPERM, EACCES, EOPNOTSUPP, ENOSYS, EXDEV, EINVAL: true
    default: false
    }
  }

  /// Becomes a flushed copy of itself under a dot-name, with the same mode.
  func copyToDotName() throws(SystemError) {
    let copy = try StagedFile(in: folder, named: true)
    try copy.append(contentsOf: reader())
    try copy.setMode(status().mode)
    try copy.flush()
    takeOver(copy)
  }
}
