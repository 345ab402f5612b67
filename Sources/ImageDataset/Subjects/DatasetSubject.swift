internal import ByteText
internal import ImageCodec
internal import System

/// The pictures of a dataset: whatever lies in its class folders.
///
/// Others may move pictures meanwhile, also into folders that were listed before: those whose time
/// stamp changed since are listed again at the end, for what they did not hold then.
final class DatasetSubject: Subject {
  let dataset: Dataset
  private(set) var folders: ArraySlice<ByteString> = []
  private(set) var isOpen = false
  /// Looks at most files in its stead; nil where each is to be met.
  var sweep: QuickSweep?
  /// The class folders that were swept and not yet met.
  var swept: [ByteString: Swept] = [:]
  /// When each class folder that was listed had last changed before.
  private var listed: [ByteString: FileTime] = [:]
  var met = DigestSet()
  /// Places that were met and where nothing was when it was to be read.
  private var gone: Set<ImagePlace> = []
  private var repeats = DatasetSubject.mostRepeats
  /// How often folders are listed again.
  private static let mostRepeats = 3
  private var listing: (className: ByteString, entries: FolderListing, index: Int)?
  /// What is left of a class folder that was swept.
  private var rest: (className: ByteString, entries: ArraySlice<FolderEntry>)?
  private(set) var classes: [SubjectClass] = []

  /// - Parameter sweep: passes over files of which there is nothing to say.
  init(_ dataset: Dataset, sweep: QuickSweep? = nil) {
    self.dataset = dataset
    self.sweep = sweep
  }

  func next(_ report: (Finding) -> Void) throws -> Picture? {
    if !isOpen { try open(report) }
    while true {
      if let (className, entries, index) = listing, index < entries.count {
        listing?.index += 1
        if let picture = picture(entries[index], in: className, report) { return picture }
        continue
      }
      if let className = rest?.className, let entry = rest?.entries.popFirst() {
        if let picture = picture(entry, in: className, report) { return picture }
        continue
      }
      if folders.isEmpty { folders = try changedFolders()[...] }
      guard let className = folders.popFirst() else {
        // A class that was renamed meanwhile was met under several names.
        classes = try dataset.classNames().map { SubjectClass(split: nil, name: $0) }
        return nil
      }
      if let swept = swept.removeValue(forKey: className) {
        classes.append(SubjectClass(split: nil, name: className))
        listed[className] = swept.modified
        rest = (className, swept.rest[...])
        continue
      }
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

  func found(_ picture: Picture) -> Picture? {
    if isStill(picture.file) { return picture }
    guard let place = picture.place else { return nil }
    gone.insert(place)
    // It may go from a class not yet looked at to one looked at.
    for _ in 0..<3 {
      guard let tree = try? ClassTree(dataset),
        let className = try? tree.holder(of: place, first: place.className)
      else { continue }
      let now = ImagePlace(className: className, id: place.id, format: place.format)
      // What was met there is read, or will look for itself.
      guard met.insert(now.key) || gone.contains(now) else { return nil }
      gone.remove(now)
      return Picture(
        file: now.file, className: className, place: now,
        open: Picture.opener(now.file, in: dataset.path))
    }
    return nil
  }

  func isRepeat(_ picture: Picture) -> Bool {
    guard repeats < Self.mostRepeats, let place = picture.place else { return false }
    return listed.keys.contains { name in
      let other = ImagePlace(className: name, id: place.id, format: place.format)
      return other != place && met.contains(other.key) && !gone.contains(other)
        && together([other.file, place.file]).count < 2
    }
  }

  func isEmpty(_ owner: SubjectClass) -> Bool {
    guard let entries = try? FolderListing(of: dataset.path.appending(owner.folder)) else {
      return isStill(owner.folder)
    }
    return !entries.contains { $0.kind == .regular && !$0.name.isHidden }
  }

  /// The class folders that were changed, or made, since they were listed.
  private func changedFolders() throws -> [ByteString] {
    guard repeats > 0 else { return [] }
    repeats -= 1
    var changed: [ByteString] = []
    for name in try dataset.classNames() {
      do throws(SystemError) {
        let modified = try Files.status(dataset.path.appending(name)).modified
        if modified != listed[name] { changed.append(name) }
      } catch {
        // Renamed since it was listed.
        guard error.isMissing else { throw error }
      }
    }
    return changed
  }

  func open(_ report: (Finding) -> Void) throws {
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
  /// A number that tells places of a dataset apart, in eight bytes: never those of one class and
  /// format, and of a million others two are alike once in 30 million runs.
  var key: UInt64 {
    id.number ^ Self.key(hashing: className, of: format == .png ? 2 : 1)
  }

  /// Hashes a name by FNV-1a of 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), from another
  /// start in every run, so that no one can choose names that are alike.
  ///
  /// - Parameter kind: what else tells it apart.
  fileprivate static func key(hashing name: ByteString, of kind: UInt64 = 0) -> UInt64 {
    name.bytes.reduce((start ^ kind) &* prime) { ($0 ^ UInt64($1)) &* prime }
  }

  private static let start = UInt64.random(in: .min ... .max)
  private static let prime: UInt64 = 1_099_511_628_211
}
