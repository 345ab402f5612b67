/// Finds files that other names take for folders, in one passage over names in the order of bytes.
///
/// Names that begin alike stand together there, so only the files that the last name begins with are
/// kept: `a` and `a-b` when `a-b/c` comes, of which the second is its folder.
struct ZipNameTree {
  /// A file and an entry that lies in it, by their numbers.
  struct Clash {
    let file: Int
    let inside: Int
  }

  private var files: [(name: ArraySlice<UInt8>, number: Int, isTold: Bool)] = []

  /// Takes in the next name, folded as a path, without a slash at its end.
  ///
  /// - Returns: the innermost file that the name lies in; each file once.
  mutating func place(_ name: ArraySlice<UInt8>, isFolder: Bool, _ number: Int) -> Clash? {
    while let last = files.last, !(last.name.count < name.count && name.starts(with: last.name)) {
      files.removeLast()
    }
    let owner = files.lastIndex {
      name[name.startIndex + $0.name.count] == UInt8(ascii: "/")
    }
    if !isFolder { files.append((name, number, false)) }
    guard let owner, !files[owner].isTold else { return nil }
    files[owner].isTold = true
    return Clash(file: files[owner].number, inside: number)
  }
}
