internal import ByteText

/// timm's folder reader, as its training script opens a split.
///
/// An image's class is the folder it lies in, however deep; images at the root have the class without a
/// name. Classes are those with images, in natural order: `2` before `10`, capitals as small letters.
/// Without splits, a class `train` or `training` is taken for the whole (source:
/// `timm/data/readers/reader_image_folder.py` and `dataset_factory.py`).
struct TimmFolder: LoaderModel {
  let endings: Set<ByteString> = ["png", "jpg", "jpeg"]
  let splits: [ByteString]
  private let isSplit: Bool
  /// The folder that is read in place of the root.
  private let start: ByteString?

  init(_ tree: LoaderTree) {
    splits = tree.splits
    isSplit = tree.isSplit
    let tops = Set(tree.folders.filter { $0.path.count == 1 }.map { $0.path[0] })
    start = isSplit ? nil : ["train", "training"].first(where: tops.contains)
  }

  func places(of file: LoaderFile) -> [LoadedPlace] {
    var path = file.folder.path[...]
    guard endings.contains(file.ending) else { return [] }
    var split: ByteString = ""
    if isSplit {
      guard let first = path.popFirst(), splits.contains(first) else { return [] }
      split = first
    } else if let start {
      guard path.popFirst() == start else { return [] }
    }
    return [LoadedPlace(split: split, className: path.last ?? "")]
  }

  func classes(of split: ByteString, in sets: LoadedSets) -> [ByteString] {
    NaturalOrder.sorted(sets.labels(of: split))
  }

  func remarks(on sets: LoadedSets) -> [LoaderRemark] {
    var remarks: [LoaderRemark] = []
    if let start {
      remarks.append(
        LoaderRemark(
          code: .portableName, file: start,
          message: "takes '\(start.displayed)' for the split to train on and nothing else"))
    }
    if let split = splits.first(where: { sets.images(of: $0) == 0 }) {
      remarks.append(
        LoaderRemark(
          code: .emptyClass, file: split.isEmpty ? "." : split, message: "finds no image",
          isFatal: true))
    }
    let labels = sets.labels(of: "")
    if let name = labels.first(where: NaturalOrder.isUnreadable) {
      remarks.append(
        LoaderRemark(
          code: .order, file: name,
          message: "fails on class '\(name.displayed)', whose digit is no number", isFatal: true))
    }
    let twins = Dictionary(grouping: labels, by: NaturalOrder.key).values.filter { $0.count > 1 }
    if let pair = twins.map({ $0.sorted() }).min(by: { $0[0] < $1[0] }) {
      remarks.append(
        LoaderRemark(
          code: .order, file: pair[0],
          message: "orders '\(pair[0].displayed)' and '\(pair[1].displayed)' by chance"))
    }
    return remarks
  }
}
