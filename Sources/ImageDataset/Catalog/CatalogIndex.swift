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
  /// Classes that the catalog says were made.
  private(set) var declared: Set<ByteString> = []
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
    case "dataset", "class", "labelled", "visibility", "removed":
      guard let record = try CatalogRecord(line: bytes) else { return }
      apply(record.change)
    default:
      return
    }
  }

  private mutating func apply(_ change: CatalogRecord.Change) {
    switch change {
    case .dataset(let fields): card = card.replaced(by: fields)
    case .classAdded(let name): declared.insert(name)
    case .added: return
    case .labelled(let id, let className, _):
      let number = numbers.number(of: className)
      entries[id]?.className = number
    case .visibility(let id, let visibility): entries[id]?.visibility = visibility
    case .removed(let id, _): entries[id] = nil
    }
  }

  /// Whether a name may be a class: contributors have numbers, too, and may be called anything.
  private mutating func isSound(_ className: Int32) -> Bool {
    if soundClasses.contains(className) { return true }
    guard ClassName.fault(in: names[Int(className)]) == nil else { return false }
    soundClasses.insert(className)
    return true
  }
}
