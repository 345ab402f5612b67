internal import ByteText
internal import ImageCodec
internal import System

/// The pictures of a dataset: whatever lies in its class folders.
///
/// Others may move pictures meanwhile, also into folders that were listed before: those whose time
/// stamp changed since are listed again at the end, for what they did not hold then.
final class DatasetSubject: Subject {
  let dataset: Dataset
  private var folders: ArraySlice<ByteString> = []
  private var isOpen = false
  /// When each class folder that was listed had last changed before.
  private var listed: [ByteString: FileTime] = [:]
  private var met = DigestSet()
  private var repeats = 3
  private var listing: (className: ByteString, entries: FolderListing, index: Int)?
  private(set) var classes: [SubjectClass] = []

  init(_ dataset: Dataset) {
    self.dataset = dataset
  }

  func next(_ report: (Finding) -> Void) throws -> Picture? {
    if !isOpen { try open(report) }
    while true {
      if let (className, entries, index) = listing, index < entries.count {
        listing?.index += 1
        if let picture = picture(entries[index], in: className, report) { return picture }
        continue
      }
      if folders.isEmpty { folders = try changedFolders()[...] }
      guard let className = folders.popFirst() else { return nil }
      let folder = dataset.path.appending(className)
      do throws(SystemError) {
        if listed[className] == nil { classes.append(SubjectClass(split: nil, name: className)) }
        listed[className] = try Files.status(folder).modified
        listing = (className, try FolderListing(of: folder), 0)
      } catch {
        guard !error.isMissing else { continue }
        report(Finding(.corrupt, className, "the folder could not be read: \(error.words)"))
      }
    }
  }

  func isStill(_ file: ByteString) -> Bool {
    (try? Files.exists(dataset.path.appending(file))) ?? true
  }

  /// The class folders that were changed, or made, since they were listed.
  private func changedFolders() throws -> [ByteString] {
    guard repeats > 0 else { return [] }
    repeats -= 1
    return try dataset.classNames().filter { name in
      try Files.status(dataset.path.appending(name)).modified != listed[name]
    }
  }

  private func open(_ report: (Finding) -> Void) throws {
    isOpen = true
    var names: [ByteString] = []
    for entry in try FolderListing(of: dataset.path) where entry.name != Dataset.catalogName {
      if Leftovers.isLeftover(entry.name) { continue }
      guard entry.kind == .folder else {
        let kind = (entry.kind ?? .regular).words
        report(Finding(.stray, entry.name, "\(kind) beside the class folders, move it elsewhere"))
        continue
      }
      if let fault = ClassName.fault(in: entry.name) {
        report(
          Finding(.className, entry.name, "the name \(fault), yet loaders take it for a class"))
      }
      if !entry.name.isHidden { names.append(entry.name) }
    }
    folders = names[...]
  }

  private func picture(
    _ entry: FolderEntry, in className: ByteString, _ report: (Finding) -> Void
  ) -> Picture? {
    let file = className.appending(entry.name)
    guard entry.kind == .regular, !entry.name.isHidden else {
      if !Leftovers.isLeftover(entry.name), met.insert(ImagePlace.key(hashing: file)) {
        let kind = entry.name.isHidden ? "a hidden entry" : (entry.kind ?? .regular).words
        report(Finding(.stray, file, "\(kind) in a class folder, move it elsewhere"))
      }
      return nil
    }
    let place = ImagePlace(className: className, fileName: entry.name)
    guard met.insert(place?.key ?? ImagePlace.key(hashing: file)) else { return nil }
    return Picture(
      file: file, className: className, place: place,
      open: Picture.opener(file, in: dataset.path))
  }
}

extension Picture {
  /// Opens the file at a path.
  static func opener(
    _ path: ByteString, in folder: ByteString = ""
  ) -> @Sendable () throws(PictureFault) -> any PictureStream {
    { () throws(PictureFault) in
      do throws(SystemError) {
        return FileReader(try OpenFile.reading(folder.appending(path)))
      } catch {
        throw .system(error)
      }
    }
  }
}

extension ImagePlace {
  /// A number that tells places of a dataset apart, in eight bytes: two of a million are alike once
  /// in 30 million datasets.
  fileprivate var key: UInt64 {
    Self.key(hashing: className, from: id.number &+ (format == .png ? 1 : 0))
  }

  /// Hashes a name by FNV-1a of 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
  fileprivate static func key(
    hashing name: ByteString, from start: UInt64 = 14_695_981_039_346_656_037
  ) -> UInt64 {
    name.bytes.reduce(start) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
