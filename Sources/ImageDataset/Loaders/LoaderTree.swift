internal import ByteText

/// Every folder and file below a dataset, a tree or an unpacked zip, hidden ones too: all that a loader
/// can see.
///
/// Names lie in one buffer, so that a million of them fit.
struct LoaderTree {
  /// The largest file beside the class folders that is read: a list of some million images.
  static let longestCompanion = 1 << 30

  enum Origin {
    case dataset, tree, zip
  }

  struct Folder {
    /// The components below the root; none for the root itself.
    let path: [ByteString]
    /// Which component, counted from 0, is the first link on the way; nil if none is.
    var firstLink: Int?
    /// Whether folders lie in it.
    var hasFolders = false
    /// Its files' numbers.
    var files: Range<Int> = 0..<0
    var isHidden: Bool { path.contains(where: \.isHidden) }
  }

  /// What reading a file has shown, where it matters to loaders.
  struct Traits: OptionSet {
    let rawValue: Int
    /// No image, or one that breaks off.
    static let broken = Traits(rawValue: 1)
    /// An EXIF orientation other than upright.
    static let turned = Traits(rawValue: 2)
    /// An image whose name does not say so.
    static let nameless = Traits(rawValue: 4)
    /// A link that leads nowhere.
    static let dangling = Traits(rawValue: 8)
  }

  let origin: Origin
  /// Every folder, sorted by path, the root first.
  let folders: [Folder]
  /// Whether the top folders are splits and the classes lie in them.
  let isSplit: Bool
  private let names: ByteStringPool
  private let traits: [ByteString: Traits]
  private let read: (ByteString) -> [UInt8]?

  /// Takes the folders in any order.
  ///
  /// - Parameters:
  ///   - traits: by path; files that are not named have none.
  ///   - read: gives the content of a file beside the class folders.
  init(
    _ origin: Origin, folders: [Folder], names: ByteStringPool,
    traits: [ByteString: Traits] = [:], read: @escaping (ByteString) -> [UInt8]? = { _ in nil }
  ) {
    self.origin = origin
    self.folders = folders.sorted {
      $0.path.lexicographicallyPrecedes($1.path)
    }
    self.names = names
    self.traits = traits
    self.read = read
    let tops = folders.filter { $0.path.count == 1 && !$0.isHidden }
    let isFlat = !folders.contains { $0.path.count == 2 && !$0.files.isEmpty }
    isSplit =
      origin != .dataset && !tops.isEmpty && tops.allSatisfy { SplitWord.isSplit($0.path[0]) }
      && (origin == .tree || !isFlat)
  }

  /// The visible top folders of a split tree; one empty name otherwise.
  var splits: [ByteString] {
    guard isSplit else { return [""] }
    return folders.filter { $0.path.count == 1 && !$0.isHidden }.map { $0.path[0] }
  }

  func files(of folder: Folder) -> some Sequence<LoaderFile> {
    folder.files.lazy.map { LoaderFile(folder: folder, name: names[$0]) }
  }

  func traits(of file: LoaderFile) -> Traits {
    traits.isEmpty ? [] : traits[file.path] ?? []
  }

  func content(of path: ByteString) -> [UInt8]? {
    read(path)
  }

  /// The class that a folder's images belong to as the contract reads trees; nil for none.
  func owner(of folder: Folder) -> SubjectClass? {
    let depth = isSplit ? 1 : 0
    guard folder.path.count > depth, !folder.isHidden else { return nil }
    if let link = folder.firstLink, link > depth { return nil }
    if origin == .dataset, folder.path.count > 1 { return nil }
    return SubjectClass(split: isSplit ? folder.path[0] : nil, name: folder.path[depth])
  }

  /// Whether a file counts as an image of its folder's class.
  func isImage(_ file: LoaderFile) -> Bool {
    let traits = traits(of: file)
    guard !file.name.isHidden, !traits.contains(.dangling) else { return false }
    return Self.endings.contains(file.ending) || traits.contains(.nameless)
  }

  /// The endings, lower case, under which people keep pictures.
  static let endings: Set<ByteString> = Picture.endings.union([
    "jpe", "jfif", "dib", "pbm", "pnm", "jp2", "heic", "avif",
  ])
}
