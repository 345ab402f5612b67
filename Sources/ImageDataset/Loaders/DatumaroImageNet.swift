internal import ByteText

/// Datumaro's `imagenet` and, for split trees, `imagenet_with_subset_dirs`.
///
/// Refused is a folder in which, hidden ones included, one file does not end like an image or one folder
/// is empty. Every folder is a label under its whole path. An item is known by label, colon and stem, so
/// equal stems become one, and a class of one letter looks like a drive of Windows and is refused; all
/// splits must have the same folders (source: `datumaro/plugins/data_formats/imagenet.py`,
/// `components/dataset_base.py`).
struct DatumaroImageNet: LoaderModel {
  let endings: Set<ByteString> = [
    "jpg", "jpeg", "jpe", "jp2", "png", "bmp", "dib", "tif", "tiff", "tga", "webp", "pfm", "sr",
    "ras", "exr", "hdr", "pic", "pbm", "pgm", "ppm", "pxm", "pnm",
  ]
  let splits: [ByteString]
  let numbersEachSplit = false
  private let depth: Int
  private let labels: [ByteString: Set<ByteString>]
  private var refusal: ByteString?
  private var drive: ByteString?
  private var backslash: ByteString?
  private var stems: (folder: [ByteString], met: Set<ByteString>) = ([], [])

  init(_ tree: LoaderTree) {
    depth = tree.isSplit ? 1 : 0
    let depth = depth
    var labels: [ByteString: Set<ByteString>] = [:]
    for folder in tree.folders where folder.path.count >= depth {
      let split = depth == 1 ? folder.path[0] : ""
      let label = Self.label(folder.path.dropFirst(depth))
      labels[split, default: []].formUnion(label == "" || label == "no_label" ? [] : [label])
    }
    self.labels = labels
    splits = labels.keys.sorted()
    refusal =
      tree.folders.first { $0.path.count >= depth && $0.files.isEmpty && !$0.hasFolders }
      .map { Self.label($0.path[...]) }
  }

  private static func label(_ path: ArraySlice<ByteString>) -> ByteString {
    path.path
  }

  mutating func places(of file: LoaderFile) -> [LoadedPlace] {
    let path = file.folder.path
    guard path.count >= depth else { return [] }
    guard !file.ending.isEmpty, endings.contains(file.ending) else {
      if refusal == nil { refusal = file.path }
      return []
    }
    let label = Self.label(path.dropFirst(depth))
    if drive == nil, Self.isDrive(label) { drive = file.path }
    if backslash == nil, file.path.bytes.contains(UInt8(ascii: "\\")) { backslash = file.path }
    if stems.folder != path { stems = (path, []) }
    guard stems.met.insert(file.name.stem).inserted else { return [] }
    let isLabelled = label != "" && label != "no_label"
    return [
      LoadedPlace(split: depth == 1 ? path[0] : "", className: isLabelled ? label : nil)
    ]
  }

  /// Whether label and colon look like an absolute path: of Windows, or after turning backslashes.
  private static func isDrive(_ label: ByteString) -> Bool {
    let id = label.bytes + [UInt8(ascii: ":")]
    if id[0] == UInt8(ascii: "\\") { return true }
    return id.count > 1 && id[1] == UInt8(ascii: ":")
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(id[0] | 0x20)
  }

  func classes(of split: ByteString, in sets: LoadedSets) -> [ByteString] {
    labels.values.reduce(into: Set()) { $0.formUnion($1) }.sorted()
  }

  func remarks(on sets: LoadedSets) -> [LoaderRemark] {
    var remarks: [LoaderRemark] = []
    func refuse(_ code: Finding.Code, _ file: ByteString, _ message: String) {
      remarks.append(LoaderRemark(code: code, file: file, message: message, isFatal: true))
    }
    if let refusal {
      let name = refusal.isEmpty ? "." : refusal
      let isBeside = depth == 0 && name.components.count == 1
      refuse(
        .unchecked, name,
        "refuses a tree that holds '\(name.displayed)', which is no image"
          + (isBeside ? ", write it with 'imgds pack --plain' or '--split'" : ""))
    }
    if let drive {
      refuse(
        .portableName, drive,
        "fails on the class of '\(drive.displayed)', one letter looks like a drive")
    }
    if let backslash {
      refuse(
        .portableName, backslash,
        "reads the backslash in '\(backslash.displayed)' as a slash and fails")
    }
    if Set(labels.values).count > 1 {
      refuse(.order, ".", "refuses splits that have different classes")
    }
    return remarks
  }
}
