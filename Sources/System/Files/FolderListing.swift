package import ByteText

/// A name in a folder and what it stands for.
package struct FolderEntry: Sendable, Hashable {
  /// The last component only.
  package let name: ByteString
  /// Links are not followed; nil where the system would not tell.
  package let kind: FileKind?
}

/// What a folder holds, sorted by the names' bytes, without `.` and `..`.
///
/// Read whole when made, at about 25 bytes and the name an entry, so that a million names fit; the
/// entries are made when asked for.
package struct FolderListing: Sendable {
  private let names: EntryNames
  private let order: [EntryNames.Place]

  /// Lists a folder; a link to one is followed.
  ///
  /// Leaves no time stamp where the system allows.
  ///
  /// - Throws: why the folder cannot be opened or read to its end.
  package init(of path: ByteString) throws(SystemError) {
    var names = EntryNames()
    var order: [EntryNames.Place] = []
    try FolderStream.forEachEntry(of: path) { type, name in
      order.append(names.append(name, type: type))
    }
    order.sort { names.precedes($0, $1) }
    for place in order where names.kind(at: place) == nil {
      let entry = path.appending(names.name(at: place))
      if let kind = try? Files.status(entry, followingLinks: false).kind {
        names.setKind(kind, at: place)
      }
    }
    self.names = names
    self.order = order
  }
}

extension FolderListing: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { order.count }

  package subscript(place: Int) -> FolderEntry {
    FolderEntry(name: names.name(at: order[place]), kind: names.kind(at: order[place]))
  }
}
