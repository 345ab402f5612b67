internal import ByteText

/// Which images Hugging Face labels by their folders.
///
/// Decided at each split in turn, over what has been met so far: there must be two names, and all images
/// equally deep, where a backslash counts as a slash. The last decision is that of the whole: if it is no,
/// nothing is labelled; if it is yes, images of earlier splits without one are loaded with the label `None`.
struct HuggingFaceLabels {
  /// The splits in the order in which they are decided.
  private let order: [ByteString]
  /// Whether the card says `drop_labels: false`.
  private let isRequired: Bool
  private var names: [ByteString: Set<ByteString>] = [:]
  private var depths: [ByteString: Set<Int>] = [:]

  init(_ files: HuggingFaceFiles) {
    order = files.splits
    isRequired = files.card?.keepsLabels ?? false
  }

  mutating func meet(_ file: LoaderFile, in split: ByteString) {
    let backslashes = (file.folder.path + [file.name]).reduce(0) { sum, name in
      sum + name.bytes.count { $0 == UInt8(ascii: "\\") }
    }
    names[split, default: []].insert(file.folder.path.last ?? "")
    depths[split, default: []].insert(file.folder.path.count + backslashes)
  }

  /// The labels, none if they are not given.
  var all: Set<ByteString> {
    labelledSplits.isEmpty ? [] : names.values.reduce(into: Set()) { $0.formUnion($1) }
  }

  /// The splits whose images are given their labels.
  var labelledSplits: Set<ByteString> {
    var metNames: Set<ByteString> = []
    var metDepths: Set<Int> = []
    var labelled: Set<ByteString> = []
    var isLastLabelled = false
    for split in order where names[split] != nil {
      metNames.formUnion(names[split] ?? [])
      metDepths.formUnion(depths[split] ?? [])
      isLastLabelled = isRequired || metNames.count > 1 && metDepths.count == 1
      if isLastLabelled { labelled.insert(split) }
    }
    return isLastLabelled ? labelled : []
  }
}
