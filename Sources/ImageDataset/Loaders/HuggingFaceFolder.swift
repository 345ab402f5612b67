internal import ByteText

/// Hugging Face's `imagefolder`: `load_dataset("imagefolder", data_dir=TREE)`, a tree with a card
/// `README.md` by `load_dataset(TREE)`, a zip by `data_files=ZIP`.
///
/// Which files belong to which split is decided by ``HuggingFaceFiles``. Labels are the folders' names
/// where there are two or more, all files equally deep; a `metadata` table among the files takes their
/// place. Links to folders are not followed (source: `datasets/data_files.py`,
/// `packaged_modules/folder_based_builder`).
struct HuggingFaceFolder: LoaderModel {
  let endings: Set<ByteString> = HuggingFaceFiles.endings
  let numbersEachSplit = false
  let turning: String? = "applies"
  let splits: [ByteString]
  private let files: HuggingFaceFiles
  private let rows: HuggingFaceRows?
  private let labels: HuggingFaceLabels
  private let labelledSplits: Set<ByteString>
  private let zipSplits: Int

  init(_ tree: LoaderTree) {
    let files = HuggingFaceFiles(tree)
    let rows = HuggingFaceRows(tree, files)
    var labels = HuggingFaceLabels(files)
    for folder in tree.folders where rows == nil {
      for file in tree.files(of: folder) where HuggingFaceFiles.endings.contains(file.ending) {
        for place in files.places(of: file) { labels.meet(file, in: place.split) }
      }
    }
    self.files = files
    self.rows = rows
    self.labels = labels
    labelledSplits = labels.labelledSplits
    splits = files.splits
    zipSplits = tree.origin == .zip ? tree.splits.count : 0
  }

  func places(of file: LoaderFile) -> [LoadedPlace] {
    if let rows { return rows.places(of: file) }
    guard endings.contains(file.ending) else { return [] }
    let label = file.folder.path.last ?? ""
    return files.places(of: file).map {
      LoadedPlace(
        split: $0.split, className: labelledSplits.contains($0.split) ? label : nil,
        times: $0.times)
    }
  }

  func classes(of split: ByteString, in sets: LoadedSets) -> [ByteString] {
    rows == nil ? labels.all.sorted() : sets.labels(of: "").sorted()
  }

  func name(ofSplit folder: ByteString) -> ByteString {
    if files.isArchive { return "train" }
    if let name = files.card?.split(ofFolder: folder) { return name }
    return folder.isEmpty ? "train" : HuggingFaceFiles.split(named: folder)
  }

  func remarks(on sets: LoadedSets) -> [LoaderRemark] {
    var remarks = files.remarks
    if zipSplits > 1 {
      remarks.append(
        LoaderRemark(
          code: .portableName, file: ".",
          message: "loads the splits of one zip as one, unzip it or pack with '--split-files'"))
    }
    if let fault = rows?.fault { remarks.append(fault) }
    if rows == nil, files.isArchive, labels.all.count > 1 {
      remarks.append(
        LoaderRemark(
          code: .order, file: ".",
          message: "fails on a zip of class folders without metadata.jsonl", isFatal: true))
    }
    if let split = splits.first(where: { sets.images(of: $0) == 0 }), sets.images > 0 {
      remarks.append(
        LoaderRemark(
          code: .emptyClass, file: ".",
          message: "fails on split '\(split.displayed)' without an image", isFatal: true))
    }
    return remarks
  }
}
