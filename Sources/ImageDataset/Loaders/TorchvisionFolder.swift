internal import ByteText

/// torchvision's `ImageFolder`, one for each split folder.
///
/// Classes are all sub-folders, hidden ones too, `sorted()`; links are followed, deeper levels belong to
/// the class, a class without an image is an error unless `allow_empty=True` (source:
/// `torchvision/datasets/folder.py`).
struct TorchvisionFolder: LoaderModel {
  let endings: Set<ByteString> = [
    "jpg", "jpeg", "png", "ppm", "bmp", "pgm", "tif", "tiff", "webp",
  ]
  private let folders: ClassFolders
  var splits: [ByteString] { folders.splits }

  init(_ tree: LoaderTree) {
    folders = ClassFolders(tree, takesHidden: true)
  }

  func places(of file: LoaderFile) -> [LoadedPlace] {
    guard let owner = folders.owner(of: file.folder), file.ends(in: endings) else { return [] }
    return [LoadedPlace(split: owner.split ?? "", className: owner.name)]
  }

  func classes(of split: ByteString, in sets: LoadedSets) -> [ByteString] {
    folders.names(of: split)
  }

  func remarks(on sets: LoadedSets) -> [LoaderRemark] {
    var remarks: [LoaderRemark] = []
    let empty = folders.all.filter { sets.counts[$0.split ?? ""]?[$0.name] == nil }
    if let first = empty.min(by: { $0.folder < $1.folder }) {
      remarks.append(
        LoaderRemark(
          code: .emptyClass, file: first.folder,
          message: "fails on class folder '\(first.folder.displayed)' without an image, "
            + "unless told allow_empty=True", isFatal: true))
    }
    if let split = splits.first(where: { folders.names(of: $0).isEmpty }) {
      remarks.append(
        LoaderRemark(
          code: .emptyClass, file: split.isEmpty ? "." : split, message: "finds no class folder",
          isFatal: true))
    }
    return remarks
  }
}
