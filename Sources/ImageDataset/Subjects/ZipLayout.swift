internal import ArchiveFormats
internal import ByteText

/// Which entries of a zip are pictures of which class.
///
/// `NAME/[SPLIT/]CLASS/…`, and the same without the top folder.
struct ZipLayout {
  /// The entries that lie in class folders, sorted by name.
  let pictures: [(entry: ZipEntry, owner: SubjectClass)]
  /// The entries beside the class folders.
  let companions: [ZipEntry]
  /// What the archive is called inside: its one top folder.
  var name: ByteString? { root.isEmpty ? nil : root.withoutTrailingSlashes }
  /// The path before the splits or classes, with its slash; empty if there is none.
  let root: ByteString

  init(_ all: ZipEntries) {
    let entries = all.filter { !$0.isFolder && !$0.name.components.isEmpty }
    let paths = entries.map(\.name.components)
    let tops = Set(paths.map { $0[0] })
    let isNested = tops.count == 1 && paths.contains { $0.count > 2 }
    let skipped = isNested ? 1 : 0
    let folders = Set(paths.compactMap { $0.count > skipped + 1 ? $0[skipped] : nil })
    let isSplit =
      folders.allSatisfy { SplitWord.isSplit($0) } && paths.contains { $0.count == skipped + 3 }
    var pictures: [(entry: ZipEntry, owner: SubjectClass)] = []
    var companions: [ZipEntry] = []
    for (entry, path) in zip(entries, paths) {
      let parts = Array(path.dropFirst(skipped))
      if isSplit, parts.count > 2 {
        pictures.append((entry, SubjectClass(split: parts[0], name: parts[1])))
      } else if !isSplit, parts.count > 1 {
        pictures.append((entry, SubjectClass(split: nil, name: parts[0])))
      } else {
        companions.append(entry)
      }
    }
    self.pictures = pictures.sorted { $0.entry.name < $1.entry.name }
    self.companions = companions
    root = isNested ? paths[0][0] + "/" : ""
  }
}
