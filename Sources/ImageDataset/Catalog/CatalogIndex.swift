internal import ByteText
internal import ImageCodec
internal import System

/// The state that the catalog's lines add up to, without the images' facts.
///
/// Of an image it holds where its `added` line begins and what later lines changed: some 60 bytes
/// each, so that a million fit into memory while the lines themselves stay on disk.
struct CatalogIndex {
  /// An image that the catalog holds.
  struct Entry {
    var id: ImageID
    /// An index into ``CatalogIndex/names``.
    var className: Int32
    /// An index into ``CatalogIndex/names``.
    var owner: Int32
    var visibility: Visibility
    /// What its `added` line says, so that its path is known without reading that again.
    var format: ImageFormat?
    /// Where its last `added` line begins.
    var offset: Int
  }

  /// A line that is no record, where it stands and why.
  struct Fault {
    let line: Int
    let offset: Int
    let message: String
  }

  private(set) var card = DatasetCard()
  /// Classes that the catalog says were made, and not removed or renamed since.
  private(set) var declared: Set<ByteString> = []
  /// Names that were a class's once and are no more.
  private(set) var former: Set<ByteString> = []
  /// What is noted of classes, by their names.
  private(set) var classFacts: [ByteString: ClassFacts] = [:]
  /// What people said of single images beyond their class; most have nothing of it.
  private(set) var remarks: [ImageID: ImageRemarks] = [:]
  /// Whether images were purged, of which nothing is known.
  private(set) var hasPurged = false
  /// Every class and contributor met; entries point into it.
  var names: [ByteString] { numbers.names }
  private(set) var entries = CatalogEntries()
  private(set) var faults: [Fault] = []
  private(set) var extent = CatalogFile.Extent()
  private var numbers = NameNumbers()
  /// The numbers of names that were found fit for classes.
  private var soundClasses: Set<Int32> = []
  private var source: FileStatus

  /// Folds a catalog.
  init(_ file: borrowing CatalogFile) throws(SystemError) {
    source = file.status
    entries = CatalogEntries(expecting: min(file.status.size / Self.usualLine, 1 << 24))
    try fold(file)
  }

  /// Folds the lines that were appended since the last time, or all of them if the catalog was
  /// replaced meanwhile, as a repair does.
  mutating func update(from file: borrowing CatalogFile) throws(SystemError) {
    if source.isSameFile(as: file.status), file.status.size >= extent.sound {
      try fold(file)
    } else {
      self = try CatalogIndex(file)
    }
  }

  private mutating func fold(_ file: borrowing CatalogFile) throws(SystemError) {
    let before = extent
    do {
      var extent = try file.forEachLine(from: before.sound) { bytes, position in
        let number = before.lines + position.number
        do {
          try fold(bytes, at: position.offset)
        } catch let fault as CatalogLine.Fault {
          faults.append(Fault(line: number, offset: position.offset, message: fault.message))
        }
      }
      extent.lines += before.lines
      self.extent = extent
    } catch let error as SystemError {
      throw error
    } catch {
      return
    }
  }

  /// The least that an image takes in a catalog, about, in bytes.
  private static let usualLine = 500

  func className(of entry: Entry) -> ByteString {
    names[Int(entry.className)]
  }

  /// The images in the order in which they were last added.
  var inOrder: [Entry] {
    let all = Array(entries.values)
    let isSorted = zip(all, all.dropFirst()).allSatisfy { $0.offset < $1.offset }
    return isSorted ? all : all.sorted { $0.offset < $1.offset }
  }

  /// The contributor of an image.
  func owner(of entry: Entry) -> ByteString {
    names[Int(entry.owner)]
  }

  private mutating func fold(_ bytes: Span<UInt8>, at offset: Int) throws(CatalogLine.Fault) {
    if let head = CatalogLine.quickHead(bytes) {
      let className = numbers.number(of: head.className, in: bytes)
      guard isSound(className) else { throw .member("class") }
      entries[head.id] = Entry(
        id: head.id, className: className, owner: numbers.number(of: head.by, in: bytes),
        visibility: head.isPrivate ? .private : .public, format: head.format, offset: offset)
      return
    }
    let head = try CatalogLine.head(bytes)
    switch head.type {
    case "added":
      guard let id = head.id else { throw .member("id") }
      guard let name = head.className, ClassName.fault(in: name) == nil else {
        throw .member("class")
      }
      entries[id] = Entry(
        id: id, className: numbers.number(of: name), owner: numbers.number(of: head.by ?? ""),
        visibility: head.isPrivate ? .private : .public, format: head.format, offset: offset)
      if head.hasRemarks { remarks[id] = ImageRemarks(CatalogLine.members(bytes), of: bytes) }
    case "dataset", "class", "labelled", "visibility", "described", "removed", "purged":
      guard let record = try CatalogRecord(line: bytes) else { return }
      apply(record.change)
    default:
      return
    }
  }

  private mutating func apply(_ change: CatalogRecord.Change) {
    switch change {
    case .dataset(let fields): card = card.replaced(by: fields)
    case .classAdded(let name):
      declared.insert(name)
      former.remove(name)
    case .classRemoved(let name): forget(name)
    case .classRenamed(let old, let name):
      let facts = classFacts[old]
      forget(old)
      classFacts[name] = facts
      declared.insert(name)
      former.remove(name)
      entries.move(from: numbers.number(of: old), to: numbers.number(of: name))
    case .classDescribed(let name, let facts): classFacts[name] = facts.isEmpty ? nil : facts
    case .labelled(let id, let className, _, let labels):
      let number = numbers.number(of: className)
      entries[id]?.className = number
      if let labels { remark(of: id) { $0.labels = labels } }
    case .visibility(let id, let visibility): entries[id]?.visibility = visibility
    case .described(let id, let text): remark(of: id) { $0.description = text.isEmpty ? nil : text }
    case .removed(let id, let className): remove(id, from: className)
    case .purged: hasPurged = true
    case .added, .merged: return
    }
  }

  private mutating func forget(_ className: ByteString) {
    declared.remove(className)
    former.insert(className)
    classFacts[className] = nil
  }

  private mutating func remark(of id: ImageID, _ change: (inout ImageRemarks) -> Void) {
    guard entries[id] != nil else { return }
    var changed = remarks[id] ?? ImageRemarks()
    change(&changed)
    remarks[id] = changed.isEmpty ? nil : changed
  }

  /// Forgets an image, unless it was a copy in another class that was removed.
  private mutating func remove(_ id: ImageID, from className: ByteString) {
    guard let entry = entries[id], self.className(of: entry) == className else { return }
    entries[id] = nil
    remarks[id] = nil
  }

  /// Whether a name may be a class: contributors have numbers, too, and may be called anything.
  private mutating func isSound(_ className: Int32) -> Bool {
    if soundClasses.contains(className) { return true }
    guard ClassName.fault(in: names[Int(className)]) == nil else { return false }
    soundClasses.insert(className)
    return true
  }
}
