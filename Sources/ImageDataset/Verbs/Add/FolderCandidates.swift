internal import ByteText
internal import System

/// Every file below the operands, whose sub-folders are the classes.
final class FolderCandidates: AddCandidates {
  private var operands: ArraySlice<ByteString>
  private var folder: (path: ByteString, entries: FolderListing, index: Int)?
  private var walk: TreeWalk?
  /// The class of the files of ``walk``.
  private var className: ByteString = ""
  private let excluded: FileStatus?
  private(set) var skipped = 0

  /// Reads all operands, those of a list too, since one that is wrong must stop the work before it
  /// begins.
  ///
  /// - Throws: ``DatasetError/usage(_:)`` if the sub-folders of an operand are splits, not classes.
  init(_ next: PathList, excluding excluded: FileStatus? = nil) throws {
    self.excluded = excluded
    var operands: [ByteString] = []
    while let operand = try next() {
      try Self.refuseSplits(operand)
      operands.append(operand)
    }
    self.operands = operands[...]
  }

  private static func refuseSplits(_ path: ByteString) throws(DatasetError) {
    guard let entries = try? FolderListing(of: path) else { return }
    let folders = entries.filter { $0.kind == .folder && !$0.name.isHidden }.map(\.name)
    guard !folders.isEmpty, folders.allSatisfy({ SplitWord.isSplit($0) }) else { return }
    let ways = folders.map { path.appending($0).displayed }.joined(separator: " ")
    throw .usage("the folders in '\(path.displayed)' are splits, not classes, give \(ways)")
  }

  func next() throws -> AddCandidate? {
    while true {
      if walk != nil {
        if let item = walk?.next() {
          let candidate = AddCandidate(item, into: className)
          guard let fault = ClassName.fault(in: className), case .success = candidate.outcome else {
            return candidate
          }
          let message = "the class name '\(className.displayed)' \(fault)"
          return AddCandidate(Refusal(source: candidate.source, code: .className, message: message))
        }
        skipped += walk?.skipped ?? 0
        self.walk = nil
      }
      if let candidate = enterNextFolder() { return candidate }
      if walk != nil { continue }
      guard let operand = operands.popFirst() else { return nil }
      if let candidate = open(operand) { return candidate }
    }
  }

  /// Turns to an operand, or says why it is no folder of folders.
  private func open(_ operand: ByteString) -> AddCandidate? {
    do {
      guard try Files.status(operand).kind == .folder else {
        return Self.withoutClass(operand)
      }
      folder = (operand, try FolderListing(of: operand), 0)
      return nil
    } catch {
      return AddCandidate(Refusal(source: operand, code: .unreadable, message: error.words))
    }
  }

  /// Begins the walk of the next sub-folder, or gives a file that stands beside them.
  private func enterNextFolder() -> AddCandidate? {
    while let (path, entries, index) = folder {
      guard index < entries.count else {
        folder = nil
        return nil
      }
      folder?.index += 1
      let entry = entries[index]
      let child = path.appending(entry.name)
      if entry.name.isHidden || isLinkToFolder(child, entry) || isExcluded(child, entry) {
        skipped += 1
        continue
      }
      guard entry.kind == .folder else {
        var beside = TreeWalk([child])
        switch beside.next() {
        case .file, nil: return Self.withoutClass(child)
        case .some(let item): return AddCandidate(item, into: "")
        }
      }
      walk = TreeWalk([child], excluding: excluded)
      className = entry.name
      return nil
    }
    return nil
  }

  private func isLinkToFolder(_ path: ByteString, _ entry: FolderEntry) -> Bool {
    entry.kind == .link && (try? Files.status(path).kind) == .folder
  }

  private func isExcluded(_ path: ByteString, _ entry: FolderEntry) -> Bool {
    guard let excluded, entry.kind == .folder else { return false }
    return (try? Files.status(path).isSameFile(as: excluded)) ?? false
  }

  private static func withoutClass(_ path: ByteString) -> AddCandidate {
    AddCandidate(
      Refusal(
        source: path, code: .noClass,
        message: "it lies in no class folder, with --by-folder the folders are the classes"))
  }
}
