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
    /// Whether that line was counted (``counts``) or sifted, and nothing later changed what it says.
    var stands = false
    /// Whether the sieve's query fits the image, if that stands.
    var fits = false
    /// What the sieve sorts the image by, if that stands.
    var key: UInt64 = 0
    /// How many bytes it has; 0 where the index does not know, and for 4 GiB or more.
    var size: UInt32 = 0
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
  /// What the `added` lines come to as they stand, if that was asked for.
  private(set) var counts = StatsCounts()
  private let counting: LineCounting?
  private let sieve: LineSieve?
  private var numbers = NameNumbers()
  /// Which names, by their numbers, were found fit for classes.
  private var soundClasses: [Bool] = []
  /// What was folded; held open, so that no other catalog is given its inode meanwhile.
  private var source: CatalogFile

  /// Folds a catalog.
  ///
  /// - Parameters:
  ///   - counting: counts its lines on the way; what those no longer tell is to be put right
  ///     afterwards (``CatalogEntries/outdated``).
  ///   - sieve: is asked of each image on the way; those that do not stand are to be asked again.
  ///   - endsAtSignals: whether an ``Interrupt`` ends it: where nothing is written yet.
  /// - Throws: ``SystemError``; EINTR at a signal.
  init(
    _ file: CatalogFile, counting: LineCounting? = nil, sieve: LineSieve? = nil,
    endsAtSignals: Bool = false
  ) throws(SystemError) {
    source = file
    self.counting = counting
    self.sieve = sieve
    entries = CatalogEntries(expecting: min(file.status.size / Self.usualLine, 1 << 24))
    try fold(file, endsAtSignals: endsAtSignals)
  }

  /// Folds what a catalog says of one image, read from its end to the image's last `added` line.
  ///
  /// For an image that came in not long ago that is a small part; and of the others nothing is kept.
  /// Not to be updated.
  init(_ file: CatalogFile, of id: ImageID) throws(SystemError) {
    source = file
    (counting, sieve) = (nil, nil)
    let end = file.status.size
    let shared = file.shared
    var next = end
    var stretches: [CatalogStretch] = []
    var isFound = false
    let jobs = end > LineBlock.usualSize ? Processors.count : 1
    try mapInOrder(
      jobs: jobs, window: jobs * 2,
      next: { () throws(SystemError) -> Range<Int>? in
        guard next > 0, !isFound else { return nil }
        defer { next = max(0, next - LineBlock.usualSize) }
        return max(0, next - LineBlock.usualSize)..<next
      },
      work: { range -> Result<CatalogStretch, SystemError> in
        do throws(SystemError) {
          return .success(
            CatalogStretch(try LineBlock(shared.file, range, from: 0, upTo: end), of: id))
        } catch {
          return .failure(error)
        }
      },
      consume: { (stretch) throws(SystemError) in
        let stretch = try stretch.get()
        guard !isFound else { return }
        stretches.append(stretch)
        isFound = stretch.adds(id)
      })
    for stretch in stretches.reversed() { fold(stretch) }
  }

  /// Folds the lines that were appended since the last time, or all of them if the catalog was
  /// replaced meanwhile, as a repair does.
  mutating func update(from file: CatalogFile) throws(SystemError) {
    if source.status.isSameFile(as: file.status), file.status.size >= extent.sound {
      try fold(file)
    } else {
      self = try CatalogIndex(file, counting: counting, sieve: sieve)
    }
  }

  private mutating func fold(
    _ file: CatalogFile, endsAtSignals: Bool = false
  ) throws(SystemError) {
    let start = extent.sound
    let end = file.status.size
    let shared = file.shared
    let (counting, sieve) = (counting, sieve)
    var next = start
    let jobs = end - start > LineBlock.usualSize ? Processors.count : 1
    try mapInOrder(
      jobs: jobs, window: jobs * 4,
      next: { () throws(SystemError) -> Range<Int>? in
        guard next < end else { return nil }
        defer { next = min(end, next + LineBlock.usualSize) }
        return next..<min(end, next + LineBlock.usualSize)
      },
      work: { range -> Result<CatalogStretch, SystemError> in
        do throws(SystemError) {
          return .success(
            CatalogStretch(
              try LineBlock(shared.file, range, from: start, upTo: end), counting: counting,
              sieve: sieve))
        } catch {
          return .failure(error)
        }
      },
      consume: { (stretch) throws(SystemError) in
        if endsAtSignals { try Interrupt.check() }
        fold(try stretch.get())
      })
    extent.isTorn = extent.sound < end
  }

  private mutating func fold(_ stretch: CatalogStretch) {
    let own = stretch.names.map { numbers.number(of: $0) }
    if counting != nil { counts.merge(stretch.counts, classNumbers: own) }
    var added = 0
    for line in stretch.lines {
      fold(stretch, added..<line.heads, own)
      added = line.heads
      do throws(CatalogLine.Fault) {
        let text = stretch.text.span
        try fold(text.extracting(line.range), at: line.position.offset)
      } catch {
        faults.append(
          Fault(
            line: extent.lines + line.position.number, offset: line.position.offset,
            message: error.message))
      }
    }
    fold(stretch, added..<stretch.heads.count, own)
    extent.lines += stretch.lineCount
    extent.sound = stretch.end ?? extent.sound
  }

  /// Folds images that are added one behind the other.
  private mutating func fold(_ stretch: CatalogStretch, _ heads: Range<Int>, _ own: [Int32]) {
    var sound: [Entry] = []
    sound.reserveCapacity(heads.count)
    for place in heads {
      var entry = stretch.heads[place]
      entry.className = own[Int(entry.className)]
      entry.owner = own[Int(entry.owner)]
      if isSound(entry.className) {
        sound.append(entry)
        continue
      }
      faults.append(
        Fault(
          line: extent.lines + stretch.lineNumber(ofHead: place), offset: entry.offset,
          message: CatalogLine.Fault.member("class").message))
      entries.passOver(entry)
    }
    var known: [ImageID] = []
    entries.put(sound) { known.append($0) }
    for id in known { noteRemarks(of: id) }
  }

  /// An image that comes again keeps what was said of it, which its new line does not tell.
  private mutating func noteRemarks(of id: ImageID) {
    if !remarks.isEmpty, remarks[id] != nil { entries.unsettle(id) }
  }

  /// The least that an image takes in a catalog, about, in bytes.
  private static let usualLine = 500

  /// The same with every image that was removed as it was last known.
  var recallingRemoved: CatalogIndex {
    var index = self
    index.entries.recallRemoved()
    return index
  }

  func className(of entry: Entry) -> ByteString {
    names[Int(entry.className)]
  }

  /// The images in the order in which they were last added.
  var inOrder: [Entry] {
    let all = entries.all
    let isSorted = zip(all, all.dropFirst()).allSatisfy { $0.offset < $1.offset }
    return isSorted ? all : all.sorted { $0.offset < $1.offset }
  }

  /// The number of a class or contributor that some line names.
  func number(of name: ByteString) -> Int32? { numbers.known(name) }

  /// The contributor of an image.
  func owner(of entry: Entry) -> ByteString {
    names[Int(entry.owner)]
  }

  private mutating func fold(_ bytes: Span<UInt8>, at offset: Int) throws(CatalogLine.Fault) {
    let head = try CatalogLine.head(bytes)
    switch head.type {
    case "added":
      let record = try ImageRecord(added: bytes)
      let entry = Entry(
        record, className: numbers.number(of: record.className),
        owner: numbers.number(of: record.by), sieve: sieve, offset: offset)
      if entries.put(entry) { noteRemarks(of: entry.id) }
      let said = ImageRemarks(record)
      if !said.isEmpty { remarks[record.facts.id] = said }
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
      revise(id) { $0.className = number }
      if let labels { remark(of: id) { $0.labels = labels } }
    case .visibility(let id, let visibility): revise(id) { $0.visibility = visibility }
    case .described(let id, let text): remark(of: id) { $0.description = text.isEmpty ? nil : text }
    case .removed(let id, let className, let format): remove(id, format, from: className)
    case .purged: hasPurged = true
    case .added, .merged: return
    }
  }

  private mutating func revise(_ id: ImageID, _ body: (inout Entry) -> Void) {
    guard var entry = entries[id] else { return }
    body(&entry)
    entry.stands = false
    entries[id] = entry
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
    entries.unsettle(id)
  }

  /// Forgets an image, unless it was a copy in another class that was removed, or a file of another
  /// format.
  private mutating func remove(
    _ id: ImageID, _ format: ImageFormat?, from className: ByteString
  ) {
    guard let entry = entries[id], self.className(of: entry) == className,
      format == nil || format == entry.format
    else { return }
    entries[id] = nil
    remarks[id] = nil
  }

  /// Whether a name may be a class: contributors have numbers, too, and may be called anything.
  private mutating func isSound(_ className: Int32) -> Bool {
    let number = Int(className)
    if number < soundClasses.count, soundClasses[number] { return true }
    guard ClassName.fault(in: names[number]) == nil else { return false }
    while soundClasses.count <= number { soundClasses.append(false) }
    soundClasses[number] = true
    return true
  }
}
