internal import ByteText
internal import System

/// The pictures of any class-folder tree.
///
/// `CLASS/…`, or `SPLIT/CLASS/…` when every top folder is a split word. Deeper levels belong to the
/// class.
final class TreeSubject: Subject {
  private let path: ByteString
  private var folders: ArraySlice<SubjectClass> = []
  private var isOpen = false
  private var walk: (walk: TreeWalk, owner: SubjectClass)?
  private(set) var classes: [SubjectClass] = []

  init(_ path: ByteString) {
    self.path = path
  }

  func next(_ report: (Finding) -> Void) throws -> Picture? {
    if !isOpen { try open(report) }
    while true {
      if let owner = walk?.owner, let item = walk?.walk.next() {
        if let picture = picture(item, in: owner, report) { return picture }
        continue
      }
      guard let owner = folders.popFirst() else { return nil }
      classes.append(owner)
      walk = (TreeWalk([path.appending(owner.folder)]), owner)
    }
  }

  func isStill(_ file: ByteString) -> Bool {
    (try? Files.exists(path.appending(file))) ?? true
  }

  private func open(_ report: (Finding) -> Void) throws {
    isOpen = true
    let tops = try subfolders(of: "", report)
    let isSplit = !tops.isEmpty && tops.allSatisfy { SplitWord.isSplit($0) }
    var found: [SubjectClass] = []
    for top in tops {
      guard isSplit else {
        found.append(SubjectClass(split: nil, name: top))
        continue
      }
      found += try subfolders(of: top, report).map { SubjectClass(split: top, name: $0) }
    }
    for owner in found {
      guard let fault = ClassName.fault(in: owner.name) else { continue }
      report(Finding(.className, owner.folder, "the class name \(fault)"))
    }
    folders = found[...]
  }

  /// The folders, links to folders included as every loader follows them; pictures beside them are
  /// strays.
  private func subfolders(
    of folder: ByteString, _ report: (Finding) -> Void
  ) throws -> [ByteString] {
    var names: [ByteString] = []
    for entry in try FolderListing(of: path.appending(folder)) where !entry.name.isHidden {
      let file = folder.appending(entry.name)
      let isFolder = (try? Files.status(path.appending(file)).kind) == .folder
      if isFolder {
        names.append(entry.name)
      } else if Picture.endings.contains(entry.name.pathExtension.asciiLowercased) {
        report(.strayPicture(file))
      }
    }
    return names
  }

  private func picture(
    _ item: TreeWalk.Item, in owner: SubjectClass, _ report: (Finding) -> Void
  ) -> Picture? {
    let file = ByteString(item.path.bytes.dropFirst(path.appending("").count)).withoutLeadingSlashes
    switch item {
    case .file(let path):
      return Picture(
        file: file, className: owner.name, split: owner.split, open: Picture.opener(path))
    case .special(_, let kind):
      report(Finding(.stray, file, "it is \(kind.words)"))
    case .unreadable(_, let error):
      report(Finding(.corrupt, file, "it cannot be read: \(error.words)"))
    }
    return nil
  }
}

extension Picture {
  /// The endings, lower case, under which people keep pictures that loaders look at.
  static let endings: Set<ByteString> = [
    "jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp", "ppm", "pgm",
  ]
}

extension Finding {
  /// A picture that lies in no class folder.
  static func strayPicture(_ file: ByteString) -> Finding {
    Finding(.stray, file, looseWords)
  }

  /// Whether it is of a picture that lies in no class folder.
  var isLoosePicture: Bool { code == .stray && message == Self.looseWords }

  private static let looseWords = "a picture beside the class folders belongs to no class"
}

extension ByteString {
  fileprivate var withoutLeadingSlashes: ByteString {
    ByteString(bytes.drop { $0 == UInt8(ascii: "/") })
  }
}
