internal import ByteText

/// The class folders of a tree for loaders that are given one split's folder at a time.
struct ClassFolders {
  let all: Set<SubjectClass>
  let splits: [ByteString]
  private let depth: Int
  private let takesHidden: Bool

  /// - Parameter takesHidden: whether a hidden folder is a class.
  init(_ tree: LoaderTree, takesHidden: Bool) {
    depth = tree.isSplit ? 1 : 0
    splits = tree.splits
    self.takesHidden = takesHidden
    var all: Set<SubjectClass> = []
    for folder in tree.folders where folder.path.count == depth + 1 {
      let name = folder.path[depth]
      guard takesHidden || !name.isHidden, depth == 0 || !folder.path[0].isHidden else { continue }
      all.insert(SubjectClass(split: depth == 1 ? folder.path[0] : nil, name: name))
    }
    self.all = all
  }

  /// The class folder that a folder is or lies in; nil above them.
  func owner(of folder: LoaderTree.Folder) -> SubjectClass? {
    guard folder.path.count > depth else { return nil }
    let name = folder.path[depth]
    guard takesHidden || !name.isHidden, depth == 0 || !folder.path[0].isHidden else { return nil }
    return SubjectClass(split: depth == 1 ? folder.path[0] : nil, name: name)
  }

  /// Whether a link below the class folder leads to a folder.
  func isBehindLink(_ folder: LoaderTree.Folder) -> Bool {
    folder.firstLink.map { $0 > depth } ?? false
  }

  /// The class folders of a split, sorted by bytes.
  func names(of split: ByteString) -> [ByteString] {
    all.filter { ($0.split ?? "") == split }.map(\.name).sorted()
  }
}
