internal import ArchiveFormats
internal import ByteText

extension LoaderTree {
  /// The tree that a zip becomes when it is unpacked, seen from its top folder.
  static func unpacking(_ zip: ZipSubject, traits: [ByteString: Traits]) -> LoaderTree {
    let root = zip.layout.root
    var listings: [[ByteString]: [ByteString]] = [[]: []]
    for entry in zip.entries where entry.name.hasPrefix(root) {
      var path = ByteString(entry.name.bytes.dropFirst(root.count)).components
      guard !path.contains("..") else { continue }
      let name = entry.isFolder ? nil : path.popLast()
      for depth in 0...path.count { listings[Array(path.prefix(depth)), default: []] += [] }
      if let name { listings[path, default: []].append(name) }
    }
    var names = ByteStringPool()
    let parents = Set(listings.keys.filter { !$0.isEmpty }.map { Array($0.dropLast()) })
    let folders = listings.map { path, files in
      let start = names.count
      for file in files.sorted() { names.append(file) }
      return Folder(
        path: path, hasFolders: parents.contains(path), files: start..<names.count)
    }
    return LoaderTree(.zip, folders: folders, names: names, traits: traits) { zip.companion($0) }
  }
}
