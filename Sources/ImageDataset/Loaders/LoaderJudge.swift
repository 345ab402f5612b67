internal import ByteText

/// Compares what a loader makes of a tree with what the folders say.
struct LoaderJudge {
  private let tree: LoaderTree
  private var model: any LoaderModel
  private var sets = LoadedSets()
  private var differences = LoaderDifferences()
  /// Images by class as the folders say, all splits together; 0 for an empty class.
  private var expected: [ByteString: Int] = [:]

  static func outcome(of loader: Loader, on tree: LoaderTree) -> LoaderOutcome {
    var judge = LoaderJudge(tree, loader.model(of: tree))
    return judge.outcome(of: loader)
  }

  private init(_ tree: LoaderTree, _ model: any LoaderModel) {
    self.tree = tree
    self.model = model
  }

  private mutating func outcome(of loader: Loader) -> LoaderOutcome {
    for folder in tree.folders {
      let owner = tree.owner(of: folder)
      if let owner { expected[owner.name, default: 0] += 0 }
      for file in tree.files(of: folder) { compare(file, owner) }
    }
    let splits = Set(model.splits).union(sets.splits).sorted()
    let lists = splits.map { (split: $0, classes: model.classes(of: $0, in: sets)) }
    let classes = Set(lists.flatMap(\.classes))
    var remarks = model.remarks(on: sets)
    if !remarks.contains(where: \.isFatal), sets.images == 0 {
      remarks.append(
        LoaderRemark(code: .emptyClass, file: ".", message: "finds no image", isFatal: true))
    }
    let isNothing = sets.images == 0
    if !isNothing {
      remarks += differences.remarks(for: model)
      remarks += ClassOrder.remarks(
        expected: expected, lists: lists, isPerSplit: model.numbersEachSplit)
    }
    let isFatal = remarks.contains(where: \.isFatal)
    return LoaderOutcome(
      loader: loader, loads: !isFatal, classes: classes.count, images: sets.images,
      splits: isNothing ? 0 : splits.count, remarks: remarks)
  }

  private mutating func compare(_ file: LoaderFile, _ owner: SubjectClass?) {
    let places = model.places(of: file)
    let traits = tree.traits(of: file)
    let wanted = owner.flatMap { tree.isImage(file) ? $0 : nil }
    if let wanted { expected[wanted.name, default: 0] += 1 }
    guard !places.isEmpty || wanted != nil else { return }
    for place in places { sets.add(place) }
    if !places.isEmpty {
      if traits.contains(.broken) { differences.note(.broken, file) }
      if traits.contains(.turned) { differences.note(.turned, file) }
    }
    guard let wanted else { return differences.note(.extra, file) }
    guard let place = places.first else {
      let isKnown = model.endings.contains(file.ending)
      return differences.note(isKnown ? .lost : .unopened, file)
    }
    if places.reduce(0, { $0 + $1.times }) > 1 { differences.note(.doubled, file) }
    let split = wanted.split.map { model.name(ofSplit: $0) } ?? model.name(ofSplit: "")
    if !places.contains(where: { $0.split == split }) {
      differences.note(.resplit, file, place.split)
    }
    if let name = place.className {
      if name != wanted.name { differences.note(.relabelled, file, name) }
    } else {
      differences.note(.unlabelled, file)
    }
  }
}
