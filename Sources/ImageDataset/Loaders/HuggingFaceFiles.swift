internal import ByteText

/// Which files Hugging Face takes, and into which splits (source: `datasets/data_files.py`).
///
/// Passed over are hidden files and folders, folders that begin with `__`, and what lies behind a link to
/// a folder. A split word in any folder's name, else in any file's, splits the whole tree: only what a
/// word marks is taken, and once for every pattern that fits. A card's `data_files` takes their place.
/// A zip is one split, `train`.
struct HuggingFaceFiles {
  private enum Scheme {
    case all, folders, names
    /// Names of shards, `data/SPLIT-00000-of-00001.jpg`, which are taken alone.
    case shards
    /// Names of logs or tasks, which hold no images.
    case foreign
  }

  struct Place {
    let split: ByteString
    let times: Int
  }

  let card: HuggingFaceCard?
  let isArchive: Bool
  /// In the order in which the loader goes through them.
  private(set) var splits: [ByteString] = []
  private(set) var remarks: [LoaderRemark] = []
  private var scheme = Scheme.all
  private let isSplit: Bool
  private let folders: [ByteString]
  private var dangling: Set<ByteString> = []

  init(_ tree: LoaderTree) {
    isArchive = tree.origin == .zip
    isSplit = tree.isSplit
    folders = tree.splits
    card = isArchive ? nil : tree.content(of: "README.md").flatMap { HuggingFaceCard($0) }
    var marks = HuggingFaceMarks()
    for folder in tree.folders where Self.isSeen(folder) {
      for file in tree.files(of: folder) where isSeen(file) {
        if tree.traits(of: file).contains(.dangling) {
          dangling.insert(file.path)
        } else {
          marks.meet(file)
        }
      }
    }
    if isArchive {
      splits = ["train"]
    } else if let card {
      splits = card.splits
      if !card.isUnderstood {
        remarks.append(
          LoaderRemark(
            code: .unchecked, file: "README.md",
            message: "follows data_files of README.md that are not understood here", isFatal: true))
      }
    } else if let (shard, split) = marks.shard {
      scheme = .shards
      splits = [split]
      remarks.append(
        LoaderRemark(
          code: .portableName, file: shard,
          message: "takes '\(shard.displayed)' for a shard, and nothing else"))
    } else if let foreign = marks.foreign {
      scheme = .foreign
      remarks.append(
        LoaderRemark(
          code: .portableName, file: foreign,
          message: "takes '\(foreign.displayed)' for a log or a task, and nothing else",
          isFatal: true))
    } else if !marks.folders.isEmpty {
      scheme = .folders
      splits = Self.inOrder(marks.folders)
      note(marks.folders)
    } else if !marks.names.isEmpty {
      scheme = .names
      splits = Self.inOrder(marks.names)
      note(marks.names)
    } else {
      splits = ["train"]
    }
    if !isArchive, let fault = marks.fault { remarks.append(fault) }
  }

  /// Says which name was taken for a split where the tree has none, or two for one.
  private mutating func note(_ marks: [ByteString: HuggingFaceMarks.Mark]) {
    if isSplit { return noteMerged() }
    for mark in marks.values.sorted(by: { $0.file < $1.file }).prefix(1) {
      remarks.append(
        LoaderRemark(
          code: .portableName, file: mark.file,
          message: "takes '\(mark.word)' in '\(mark.file.displayed)' for a split"))
    }
  }

  /// Says which two split folders become one split.
  private mutating func noteMerged() {
    for (_, twins) in Dictionary(grouping: folders, by: Self.split(named:)) where twins.count > 1 {
      remarks.append(
        LoaderRemark(
          code: .portableName, file: twins[1],
          message: "takes '\(twins[0].displayed)' and '\(twins[1].displayed)' for one split"))
    }
  }

  /// The splits a file is in, and how often.
  func places(of file: LoaderFile) -> [Place] {
    guard Self.isSeen(file.folder), isSeen(file) else { return [] }
    if !dangling.isEmpty, dangling.contains(file.path) { return [] }
    if isArchive { return [Place(split: "train", times: 1)] }
    if let card { return card.splits(of: file).map { Place(split: $0, times: 1) } }
    switch scheme {
    case .all: return [Place(split: "train", times: 1)]
    case .shards:
      return HuggingFaceMarks.split(ofShard: file).map { [Place(split: $0, times: 1)] } ?? []
    case .foreign: return []
    case .folders: return HuggingFaceMarks.places(inFolders: file.folder.path)
    case .names: return HuggingFaceMarks.places(inName: file.name)
    }
  }

  private static func isSeen(_ folder: LoaderTree.Folder) -> Bool {
    folder.firstLink == nil && !folder.path.contains { $0.isHidden || $0.hasPrefix("__") }
  }

  private func isSeen(_ file: LoaderFile) -> Bool {
    !file.name.isHidden && !(isArchive && file.name.hasPrefix("__"))
      && !Self.ignored.contains(file.name)
  }

  /// The split that a split word stands for.
  static func split(named word: ByteString) -> ByteString {
    HuggingFaceMarks.words.first { $0.word == word }?.split ?? word
  }

  /// The splits in the order in which the loader goes through them.
  private static func inOrder(_ marks: [ByteString: HuggingFaceMarks.Mark]) -> [ByteString] {
    ["train", "validation", "test"].filter { marks[$0] != nil }
  }

  private static let ignored: Set<ByteString> = [
    "README.md", "config.json", "dataset_info.json", "dataset_infos.json", "dummy_data.zip",
    "dataset_dict.json",
  ]

  /// What it takes for images, lower case.
  static let endings: Set<ByteString> = [
    "blp", "bmp", "dib", "bufr", "cur", "pcx", "dcx", "dds", "ps", "eps", "fit", "fits", "fli",
    "flc", "ftc", "ftu", "gbr", "gif", "grib", "png", "apng", "jp2", "j2k", "jpc", "jpf", "jpx",
    "j2c", "icns", "ico", "im", "iim", "tif", "tiff", "jfif", "jpe", "jpg", "jpeg", "mpg", "mpeg",
    "msp", "pcd", "pxr", "pbm", "pgm", "ppm", "pnm", "psd", "bw", "rgb", "rgba", "sgi", "ras",
    "tga", "icb", "vda", "vst", "webp", "wmf", "emf", "xbm", "xpm",
  ]
}
