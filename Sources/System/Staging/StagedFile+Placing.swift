package import ByteText
internal import CSystem
internal import Glibc

/// Giving a staged file its name.
extension StagedFile {
  /// Gives the file a free name on its file system: from then on it is there, whole.
  ///
  /// - Throws: EEXIST when the name is taken, with the staged file as it was.
  package func place(at path: ByteString) throws(SystemError) {
    try checkNotPlaced(at: path)
    if dotName == nil {
      do {
        try link(at: path)
        return wasPlaced()
      } catch let error where Self.isLackOfLinks(error) {
        try copyToDotName()
      }
    }
    if let name = dotName {
      // NFS and FUSE keep the name of an open file, as .nfs… or .fuse_hidden…, when it is unlinked.
      close()
      try Files.renameWithoutReplacing(name, to: path)
    }
    wasPlaced()
  }

  /// Gives the file a name, replacing at once what had it.
  package func replace(_ path: ByteString) throws(SystemError) {
    try checkNotPlaced(at: path)
    if dotName == nil { try giveDotName() }
    if let name = dotName { try Files.rename(name, to: path) }
    wasPlaced()
  }

  /// Links a nameless file under a fresh dot-name.
  private func giveDotName() throws(SystemError) {
    let name = folder.appending(StagingName.fresh().text)
    do {
      try link(at: name)
      wasNamed(name)
    } catch let error where Self.isLackOfLinks(error) {
      try copyToDotName()
    }
  }

  /// Links the nameless file, by its descriptor where the process may, else through `/proc`.
  private func link(at path: ByteString) throws(SystemError) {
    let file = try opened()
    let descriptor = file.file.descriptor
    do {
      try systemCall("linkat", at: path) { unsafe imgds_link_descriptor(descriptor, $0) }
    } catch let error where error.code == ENOENT || error.code == EPERM || error.code == EINVAL {
      try systemCall("linkat", from: ByteString("/proc/self/fd/\(descriptor)"), to: path) {
        unsafe linkat(AT_FDCWD, $0, AT_FDCWD, $1, AT_SYMLINK_FOLLOW)
      }
    }
  }
}
