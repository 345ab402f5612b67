internal import ByteText

/// Whether Hugging Face labels images by their folders.
///
/// Decided at each split, over what has been met so far: there must be two names, and all images equally
/// deep, where a backslash counts as a slash. Splits that decide differently end in an error.
struct HuggingFaceLabels {
  private static let order: [ByteString] = ["train", "validation", "test"]

  /// Whether the card says `drop_labels: false`.
  let isRequired: Bool
  private var names: [ByteString: Set<ByteString>] = [:]
  private var depths: [ByteString: Set<Int>] = [:]

  init(isRequired: Bool) {
    self.isRequired = isRequired
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
    areGiven ? names.values.reduce(into: Set()) { $0.formUnion($1) } : []
  }

  var areGiven: Bool { decisions.last ?? false }

  /// What to say of labels that some splits have and others have not.
  var fault: LoaderRemark? {
    guard Set(decisions).count > 1 else { return nil }
    return LoaderRemark(
      code: .order, file: ".",
      message: "fails because the first split has one class folder only, the others more",
      isFatal: true)
  }

  private var decisions: [Bool] {
    var metNames: Set<ByteString> = []
    var metDepths: Set<Int> = []
    let splits = Self.order.filter { names[$0] != nil }
    return (splits + names.keys.filter { !splits.contains($0) }.sorted()).map { split in
      metNames.formUnion(names[split] ?? [])
      metDepths.formUnion(depths[split] ?? [])
      return isRequired || metNames.count > 1 && metDepths.count == 1
    }
  }
}
