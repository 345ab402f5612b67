package import ByteText

/// Staged files whose process was killed before it could place or discard them.
package enum Leftovers {
  /// How old, in seconds, what another machine, boot or container left must be to go.
  private static let patience = 86_400

  /// Whether a name is one that staged files bear, alive or dead.
  package static func isLeftover(_ name: ByteString) -> Bool {
    StagingName(name) != nil
  }

  /// Removes the staged files of dead processes from a folder; its sub-folders are not entered.
  ///
  /// A process of this machine and boot is looked up. One of another (a network file system, a
  /// container, before a restart) cannot be: its files go once nobody wrote to them for a day.
  /// What cannot be removed, another user's say, stays without an error.
  ///
  /// - Returns: the names that were removed, sorted.
  /// - Throws: why the folder cannot be read.
  @discardableResult
  package static func sweep(_ folder: ByteString) throws(SystemError) -> [ByteString] {
    var names: [ByteString] = []
    try FolderStream.forEachEntry(of: folder) { _, name in
      guard name.first == UInt8(ascii: "."), name.count > 7 else { return }
      let name = ByteString(name)
      if StagingName(name) != nil { names.append(name) }
    }
    return names.sorted().filter { removeIfDead($0, in: folder) }
  }

  private static func removeIfDead(_ name: ByteString, in folder: ByteString) -> Bool {
    let path = folder.appending(name)
    guard let maker = StagingName(name)?.maker,
      let status = try? Files.status(path, followingLinks: false), status.kind == .regular,
      maker.hasEnded ?? (status.modified.seconds < Clocks.now() - patience)
    else { return false }
    do {
      try Files.remove(path)
      return true
    } catch {
      return false
    }
  }
}
