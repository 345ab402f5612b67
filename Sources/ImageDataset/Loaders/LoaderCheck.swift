internal import ByteText
internal import ImageCodec

/// Asks what loaders will make of the subject, of each one its outcome.
///
/// While the pictures pass it keeps what only their bytes tell; the names it takes from a walk of its own
/// at the end, for loaders see what is hidden from the other checks.
struct LoaderCheck: Check {
  private let loaders: [Loader]
  private let path: ByteString
  private let isDataset: Bool
  private var traits: [ByteString: LoaderTree.Traits] = [:]
  private(set) var outcomes: [LoaderOutcome] = []

  init(_ loaders: [Loader], path: ByteString, isDataset: Bool) {
    self.loaders = loaders
    self.path = path
    self.isDataset = isDataset
  }

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    let file = picture.picture.file
    var found: LoaderTree.Traits = []
    if picture.fault != nil { found.insert(.broken) }
    switch picture.examination?.verdict {
    case .success(let facts):
      if facts.orientation != 1 { found.insert(.turned) }
      if !LoaderTree.endings.contains(file.pathExtension.asciiLowercased) {
        found.insert(.nameless)
      }
    case .failure(let refusal):
      let isUnknown =
        refusal.code == .unsupportedFormat && refusal.mediaType?.hasPrefix("image/") ?? false
      if !isUnknown { found.insert(.broken) }
    case nil:
      break
    }
    if !found.isEmpty { traits[file] = found }
  }

  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) {
    let tree = tree(of: subject)
    outcomes = loaders.map { LoaderJudge.outcome(of: $0, on: tree) }
    for finding in outcomes.flatMap(\.findings) { report(finding) }
  }

  private func tree(of subject: any Subject) -> LoaderTree {
    guard let zip = subject as? ZipSubject else {
      return .walking(path, isDataset ? .dataset : .tree, traits: traits)
    }
    let root = zip.layout.root.count
    let below = traits.map { (ByteString($0.key.bytes.dropFirst(root)), $0.value) }
    return .unpacking(zip, traits: Dictionary(below) { one, _ in one })
  }
}
