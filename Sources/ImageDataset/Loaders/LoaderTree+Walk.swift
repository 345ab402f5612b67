internal import ByteText
internal import System

extension LoaderTree {
  /// Walks a folder on disk, links to folders entered unless they lead back up.
  ///
  /// What cannot be listed is passed over: the checks of single files report it.
  static func walking(
    _ root: ByteString, _ origin: Origin, traits: [ByteString: Traits]
  ) -> LoaderTree {
    var walk = FolderWalk(root)
    walk.run()
    let all = traits.merging(walk.dangling.map { ($0, [.broken, .dangling]) }) { $0.union($1) }
    return LoaderTree(origin, folders: walk.folders, names: walk.names, traits: all) { path in
      try? Files.readWhole(root.appending(path), atMost: LoaderTree.longestCompanion)
    }
  }
}

/// One walk over a folder and all below it.
private struct FolderWalk {
  private struct Pending {
    let path: [ByteString]
    let firstLink: Int?
    /// The resolved paths of the folders it lies in, itself last.
    let trail: [ByteString]
  }

  private let root: ByteString
  private var pending: [Pending] = []
  private(set) var folders: [LoaderTree.Folder] = []
  private(set) var names = ByteStringPool()
  private(set) var dangling: [ByteString] = []

  init(_ root: ByteString) {
    self.root = root
  }

  mutating func run() {
    let resolved = (try? Files.resolved(root)) ?? root
    pending = [Pending(path: [], firstLink: nil, trail: [resolved])]
    while let next = pending.popLast() { list(next) }
  }

  private mutating func list(_ place: Pending) {
    var folder = LoaderTree.Folder(path: place.path, firstLink: place.firstLink)
    let path = place.path.reduce(root) { $0.appending($1) }
    let start = names.count
    for entry in (try? FolderListing(of: path)).map(Array.init) ?? [] {
      if place.path.isEmpty, Leftovers.isLeftover(entry.name) { continue }
      let isLink = entry.kind == .link
      let kind = isLink ? try? Files.status(path.appending(entry.name)).kind : entry.kind
      guard kind == .folder else {
        names.append(entry.name)
        if kind == nil {
          dangling.append((place.path + [entry.name]).path)
        }
        continue
      }
      folder.hasFolders = true
      enter(entry.name, isLink: isLink, below: place, at: path)
    }
    folder.files = start..<names.count
    folders.append(folder)
  }

  private mutating func enter(
    _ name: ByteString, isLink: Bool, below place: Pending, at path: ByteString
  ) {
    var resolved = (place.trail.last ?? "").appending(name)
    if isLink {
      guard let target = try? Files.resolved(path.appending(name)),
        !place.trail.contains(target)
      else { return }
      resolved = target
    }
    let firstLink = place.firstLink ?? (isLink ? place.path.count : nil)
    pending.append(
      Pending(path: place.path + [name], firstLink: firstLink, trail: place.trail + [resolved]))
  }
}
