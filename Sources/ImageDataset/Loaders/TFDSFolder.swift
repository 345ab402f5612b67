internal import ByteText

/// TensorFlow Datasets' `ImageFolder`, which wants `SPLIT/CLASS/image` and nothing deeper.
///
/// Every folder at the root is a split, every folder in it a class, hidden ones too; one numbering for
/// all splits. A name in a class folder that ends like an image is taken for one, folders too (source:
/// `tensorflow_datasets/core/folder_dataset/image_folder.py`).
struct TFDSFolder: LoaderModel {
  let endings: Set<ByteString> = ["jpg", "jpeg", "png"]
  let splits: [ByteString]
  let numbersEachSplit = false
  private let labels: Set<ByteString>
  private let isSplit: Bool
  private var foreign: ByteString?
  private var pseudo: ByteString?

  init(_ tree: LoaderTree) {
    let classes = tree.folders.filter { $0.path.count == 2 }
    splits = Set(classes.map { $0.path[0] }).sorted()
    labels = Set(classes.map { $0.path[1] })
    isSplit = tree.isSplit
    foreign = classes.first { !$0.path[0].isUTF8 || !$0.path[1].isUTF8 }
      .map { $0.path[0].appending($0.path[1]) }
    pseudo = tree.folders.first { $0.path.count == 3 && looksLikeImage($0.path[2]) }
      .map { $0.path[0].appending($0.path[1]).appending($0.path[2]) }
  }

  private func looksLikeImage(_ name: ByteString) -> Bool {
    let lower = name.asciiLowercased
    return endings.contains { lower.hasSuffix("." + $0) }
  }

  mutating func places(of file: LoaderFile) -> [LoadedPlace] {
    let path = file.folder.path
    guard path.count == 2, file.ends(in: endings) else { return [] }
    if foreign == nil, !file.name.isUTF8 { foreign = file.path }
    return [LoadedPlace(split: path[0], className: path[1])]
  }

  func classes(of split: ByteString, in sets: LoadedSets) -> [ByteString] {
    labels.sorted()
  }

  func remarks(on sets: LoadedSets) -> [LoaderRemark] {
    var remarks: [LoaderRemark] = []
    if !isSplit {
      remarks.append(
        LoaderRemark(
          code: .emptyClass, file: ".",
          message: "wants SPLIT/CLASS/, write it with 'imgds pack --split'",
          isFatal: sets.images == 0))
    }
    if let foreign { remarks.append(.foreignName(foreign)) }
    if let pseudo {
      remarks.append(
        LoaderRemark(
          code: .portableName, file: pseudo,
          message: "takes the folder '\(pseudo.displayed)' for an image", isFatal: true))
    }
    if isSplit, let split = splits.first(where: { sets.images(of: $0) == 0 }) {
      remarks.append(
        LoaderRemark(
          code: .emptyClass, file: split, message: "fails on a split without an image",
          isFatal: true))
    }
    return remarks
  }
}
