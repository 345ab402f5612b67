internal import ByteText

/// Keras' `image_dataset_from_directory`, one for each split folder.
///
/// Classes are the visible sub-folders, empty ones too, `sorted()`; a class may be a link, links below it
/// are not followed; hidden files count. Names must be UTF-8 (source:
/// `keras/src/utils/dataset_utils.py`, `index_directory`).
struct KerasDirectory: LoaderModel {
  let endings: Set<ByteString> = ["bmp", "gif", "jpeg", "jpg", "png"]
  private let folders: ClassFolders
  private var foreign: ByteString?
  var splits: [ByteString] { folders.splits }

  init(_ tree: LoaderTree) {
    folders = ClassFolders(tree, takesHidden: false)
  }

  mutating func places(of file: LoaderFile) -> [LoadedPlace] {
    guard let owner = folders.owner(of: file.folder), !folders.isBehindLink(file.folder),
      file.ends(in: endings)
    else { return [] }
    if foreign == nil, !file.path.isUTF8 { foreign = file.path }
    return [LoadedPlace(split: owner.split ?? "", className: owner.name)]
  }

  func classes(of split: ByteString, in sets: LoadedSets) -> [ByteString] {
    folders.names(of: split)
  }

  func remarks(on sets: LoadedSets) -> [LoaderRemark] {
    var remarks: [LoaderRemark] = []
    if let foreign { remarks.append(.foreignName(foreign)) }
    if let split = splits.first(where: { sets.images(of: $0) == 0 }) {
      remarks.append(
        LoaderRemark(
          code: .emptyClass, file: split.isEmpty ? "." : split, message: "finds no image",
          isFatal: true))
    }
    return remarks
  }
}
