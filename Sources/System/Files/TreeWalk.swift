package import ByteText

/// Walks files and folders depth first, each folder's entries by the bytes of their names.
///
/// Lazy: a folder is listed when the walk reaches it. What is named at the start is always taken,
/// hidden or not, links followed. Inside a folder
/// - hidden entries are skipped and counted,
/// - links to files are followed; links to folders are skipped and counted, so no folder below one
///   operand is walked twice and a link upwards cannot make the walk endless,
/// - a dangling link is unreadable, and so, as one item, is a folder that cannot be listed,
/// - one folder may be left out, whatever its path, and is then counted as skipped.
package struct TreeWalk: Sequence, IteratorProtocol, Sendable {
  /// What the walk found under a path, which begins with the operand as it was given.
  package enum Item: Sendable, Hashable {
    /// A regular file, or a link to one.
    case file(ByteString)
    /// A named pipe, socket or device, or a link to one.
    case special(ByteString, FileKind)
    /// A missing operand, a dangling link, or a folder that cannot be listed.
    case unreadable(ByteString, SystemError)

    /// The path, as the operand begins it.
    package var path: ByteString {
      switch self {
      case .file(let path), .special(let path, _), .unreadable(let path, _): path
      }
    }
  }

  private struct Level: Sendable {
    let path: ByteString
    let listing: FolderListing
    var next = 0
  }

  /// Hidden entries, links to folders and the folder left out passed over so far.
  package private(set) var skipped = 0
  private var operands: ArraySlice<ByteString>
  private var levels: [Level] = []
  private let excluded: FileStatus?

  /// - Parameter excluded: what a folder is that is not entered, unless it is named at the start.
  package init(_ operands: [ByteString], excluding excluded: FileStatus? = nil) {
    self.operands = operands[...]
    self.excluded = excluded
  }

  package mutating func next() -> Item? {
    while true {
      if let item = nextInFolder() { return item }
      guard let operand = operands.popFirst() else { return nil }
      if let item = item(at: operand, kind: .link, entersLinks: true) { return item }
    }
  }

  private mutating func nextInFolder() -> Item? {
    while let level = levels.last {
      guard level.next < level.listing.count else {
        levels.removeLast()
        continue
      }
      levels[levels.count - 1].next += 1
      let entry = level.listing[level.next]
      if entry.name.isHidden {
        skipped += 1
      } else if let item = item(
        at: level.path.appending(entry.name), kind: entry.kind, entersLinks: false)
      {
        return item
      }
    }
    return nil
  }

  private func isExcluded(_ path: ByteString) throws(SystemError) -> Bool {
    guard let excluded else { return false }
    return try Files.status(path).isSameFile(as: excluded)
  }

  /// The item for a path, or nil if it is a folder, which is entered or skipped.
  private mutating func item(at path: ByteString, kind: FileKind?, entersLinks: Bool) -> Item? {
    do {
      let isLink = kind == .link || kind == nil
      let found = isLink ? try Files.status(path).kind : kind
      switch found {
      case .regular:
        return .file(path)
      case .folder where isLink && !entersLinks:
        skipped += 1
      case .folder:
        if !entersLinks, try isExcluded(path) {
          skipped += 1
          return nil
        }
        levels.append(Level(path: path, listing: try FolderListing(of: path)))
      case .some(let kind):
        return .special(path, kind)
      case nil:
        return .file(path)
      }
      return nil
    } catch {
      return .unreadable(path, error)
    }
  }
}
