internal import ByteText

/// FiftyOne's `ImageClassificationDirectoryTree`, one for each split folder.
///
/// Every visible file in a visible folder is a sample, whatever its ending; the folder at the top is the
/// label, `_unlabeled` means none; links to folders are not followed (source: `fiftyone/utils/data/importers.py` and `eta.core.utils`,
/// `list_files`). Images are opened when they are shown, upright.
struct FiftyOneTree: LoaderModel {
  let endings: Set<ByteString> = LoaderTree.endings
  let turning: String? = nil
  let opensImages = false
  private let folders: ClassFolders
  var splits: [ByteString] { folders.splits }

  init(_ tree: LoaderTree) {
    folders = ClassFolders(tree, takesHidden: false)
  }

  func places(of file: LoaderFile) -> [LoadedPlace] {
    guard let owner = folders.owner(of: file.folder), !file.name.isHidden,
      file.folder.firstLink == nil
    else { return [] }
    let name = owner.name == "_unlabeled" ? nil : owner.name
    return [LoadedPlace(split: owner.split ?? "", className: name)]
  }
}
