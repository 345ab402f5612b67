internal import ByteText
internal import System

/// Gives files of a dataset the names that their bytes say, where others may have these names.
///
/// Two files of which one has the other's name are exchanged at once, so that swapped names, in rings of
/// any length, come right and no name is without a file in between. A name that a sound image has is
/// never taken from it.
struct MendedNames {
  private let dataset: Dataset
  private let mends: [Mend]
  /// Where the file of each mend lies.
  private var files: [ByteString]
  /// The name it is to have; nil for what is to be set aside.
  private var wanted: [ImagePlace?]
  /// Files whose names are held by what could not be looked at, and that stay.
  private var left: Set<Int> = []
  /// Which mend's file lies under a name.
  private var holders: [ByteString: Int]

  init(_ mends: [Mend], _ dataset: Dataset) {
    self.mends = mends
    self.dataset = dataset
    let files = mends.map(\.finding.file)
    self.files = files
    wanted = mends.map { mend in
      switch mend.remedy {
      case .setAside: nil
      case .record:
        ImagePlace(
          className: mend.finding.file.parent, fileName: mend.finding.file.lastComponent)
      case .rename(let place), .restore(let place): place
      }
    }
    holders = Dictionary(files.indices.map { (files[$0], $0) }) { first, _ in first }
  }

  /// Chooses which sound files under another image's id get the name of their own.
  ///
  /// Those of images that the catalog knows and that lie nowhere else, one for each image, best the one
  /// in the class that the catalog says.
  mutating func choose(_ index: CatalogIndex) throws {
    let tree = try ClassTree(dataset)
    var found: Set<ImageID> = []
    var doubtful: [(number: Int, place: ImagePlace)] = []
    for (number, mend) in mends.enumerated() {
      if case .restore(let place) = mend.remedy {
        doubtful.append((number, place))
      } else if let place = wanted[number] {
        found.insert(place.id)
      }
    }
    let atHome = doubtful.filter { index.has($0.place) }
    for (number, place) in atHome + doubtful.filter({ !index.has($0.place) }) {
      guard index.entry(for: place) != nil, !found.contains(place.id) else {
        wanted[number] = nil
        continue
      }
      let others = try tree.holders(of: place).map { $0.appending(place.fileName) }
      if let other = others.first(where: isSound) {
        giveUp(number, for: other)
      } else {
        found.insert(place.id)
      }
    }
  }

  /// Notes that another file has the name that one wants: it is a copy, or nothing is known of the other.
  private mutating func giveUp(_ number: Int, for other: ByteString) {
    let digest = try? FileDigest.sha256(ofOwn: dataset.path.appending(other))
    if digest.map({ ImageID(digest: $0) }) != wanted[number]?.id { left.insert(number) }
    wanted[number] = nil
  }

  /// Whether a name is held by nothing that is to be mended.
  private func isSound(_ file: ByteString) -> Bool {
    holders[file].map { wanted[$0]?.file == file } ?? true
  }

  /// Renames; what cannot be given its name is to be set aside.
  mutating func rename() throws(SystemError) {
    for number in mends.indices {
      guard let target = wanted[number]?.file, files[number] != target else { continue }
      let file = files[number]
      do throws(SystemError) {
        try Files.renameWithoutReplacing(
          dataset.path.appending(file), to: dataset.path.appending(target))
        holders[file] = nil
      } catch {
        guard error.isTaken else { throw error }
        guard let other = holders[target], !isSound(target) else {
          giveUp(number, for: target)
          continue
        }
        try Files.exchange(dataset.path.appending(file), with: dataset.path.appending(target))
        holders[file] = other
        files[other] = file
      }
      holders[target] = number
      files[number] = target
    }
  }

  /// Each mend with where its file lies now, and its place if it has the right name there; nil for what
  /// is to be set aside.
  var outcome: [(mend: Mend, file: ByteString, place: ImagePlace?)] {
    mends.indices.filter { !left.contains($0) }.map { (mends[$0], files[$0], wanted[$0]) }
  }
}
