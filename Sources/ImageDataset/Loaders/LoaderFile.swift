internal import ByteText

/// A file of a tree.
struct LoaderFile {
  let folder: LoaderTree.Folder
  let name: ByteString

  var path: ByteString {
    folder.path.path.appending(name)
  }

  /// What stands behind the last dot, lower case; empty for a name that begins with its only dot.
  var ending: ByteString { name.pathExtension.asciiLowercased }

  /// Whether the name, lower case, ends in a dot and one of these endings.
  func ends(in endings: Set<ByteString>) -> Bool {
    guard let dot = name.bytes.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return endings.contains(ByteString(name.bytes[(dot + 1)...]).asciiLowercased)
  }
}
