internal import ByteText
internal import ImageCodec
internal import System

/// An image of another dataset, or what stands in its stead.
struct PartCandidate: Sendable {
  /// The path of the file.
  var source: ByteString
  let className: ByteString
  /// What the other catalog says; nil of an image that it lacks.
  var record: ImageRecord?
  /// Why it cannot be taken.
  var refusal: Refusal?
  /// Whether it is refused for its name, and what its bytes are is still to be told.
  var isMisnamed = false
}

/// The images of another dataset: those of its tree, sorted, then those that its catalog alone has.
///
/// Others may move images and rename classes meanwhile: folders that changed since they were listed
/// are listed again, for what was not met before.
final class PartCandidates {
  private let part: Dataset
  private let file: CatalogFile
  let index: CatalogIndex
  private var classes: ArraySlice<ByteString>
  private var listing: ArraySlice<FolderEntry> = []
  private var className: ByteString = ""
  private var seen: Set<ImageID> = []
  /// Names of what was met and is no image.
  private var strays: Set<ByteString> = []
  /// When each class folder that was listed had last changed before.
  private var listed: [ByteString: FileTime] = [:]
  private var looks = 1
  private static let mostLooks = 10
  private let moment: DatasetMoment
  private var missing: ArraySlice<CatalogIndex.Entry>?
  /// Hidden entries that were passed over.
  private(set) var skipped = 0

  init(_ part: Dataset) throws {
    self.part = part
    moment = try DatasetMoment(part)
    file = try CatalogFile(part.catalogPath)
    index = try CatalogIndex(file, endsAtSignals: true)
    classes = try part.classNames()[...]
  }

  func next() throws -> PartCandidate? {
    while true {
      if let entry = listing.popFirst() {
        if let candidate = try candidate(entry) { return candidate }
      } else if let name = classes.popFirst() {
        try list(name)
      } else {
        classes = try changedClasses()[...]
        if classes.isEmpty { return try missingOne() }
      }
    }
  }

  /// Lists a class; one that is gone now has another name, and is met under that.
  private func list(_ name: ByteString) throws(SystemError) {
    let folder = part.path.appending(name)
    do {
      listed[name] = try Files.status(folder).modified
      listing = try FolderListing(of: folder).map { $0 }[...]
      className = name
    } catch {
      guard error.isMissing else { throw error }
    }
  }

  /// The classes that were changed, or made, since they were listed.
  private func changedClasses() throws -> [ByteString] {
    guard looks < Self.mostLooks else { return [] }
    looks += 1
    return try part.classNames().filter { name in
      do throws(SystemError) {
        return try Files.status(part.path.appending(name)).modified != listed[name]
      } catch {
        guard error.isMissing else { throw error }
        return true
      }
    }
  }

  /// Whether an entry was met before, under another class's name or at an earlier look; a copy, which
  /// lies in two classes, was not.
  private func wasMet(_ name: ByteString) throws -> Bool {
    guard let place = ImagePlace(className: className, fileName: name) else {
      return !strays.insert(name).inserted && looks > 1
    }
    guard !seen.insert(place.id).inserted else { return false }
    if looks > 1 { return true }
    let others = try ClassTree(part).without([className])
    return try !others.isAnywhere(place.id)
  }

  private func candidate(_ entry: FolderEntry) throws -> PartCandidate? {
    if entry.name.isHidden {
      if looks == 1 { skipped += 1 }
      return nil
    }
    if try wasMet(entry.name) { return nil }
    let source = part.path.appending(className).appending(entry.name)
    func refused(_ code: Refusal.Code, _ message: String) -> PartCandidate {
      PartCandidate(
        source: source, className: className,
        refusal: Refusal(source: source, code: code, message: message))
    }
    if let fault = ClassName.fault(in: className) {
      return refused(.className, "the class name '\(className.displayed)' \(fault)")
    }
    guard entry.kind == .regular else {
      return refused(.notAFile, "it is \((entry.kind ?? .regular).words)")
    }
    guard let place = ImagePlace(className: className, fileName: entry.name) else {
      var candidate = refused(
        .notImage,
        "its name is none of an image in the dataset '\(part.name.displayed)', "
          + "see 'imgds verify --repair'")
      candidate.isMisnamed = true
      return candidate
    }
    return PartCandidate(source: source, className: className, record: try record(of: place))
  }

  /// What the catalog says of an image; the class is that of the folder it lies in.
  private func record(of place: ImagePlace) throws -> ImageRecord? {
    guard let entry = index.entries[place.id], entry.format == place.format else { return nil }
    var record: ImageRecord?
    _ = try RecordBlock(file.shared.file, [entry], of: index).read { record = $0 }
    record?.className = place.className
    return record
  }

  private func missingOne() throws -> PartCandidate? {
    let rest = try missing ?? missingImages()
    missing = rest.dropFirst()
    guard let entry = rest.first else { return nil }
    let place = ImagePlace(
      className: index.className(of: entry), id: entry.id, format: entry.format ?? .jpeg)
    let source = part.path.appending(place.file)
    return PartCandidate(
      source: source, className: place.className,
      refusal: Refusal(
        source: source, code: .notFound,
        message: "the catalog of '\(part.name.displayed)' has it, the folder does not"))
  }

  /// The images that the catalog alone has, and still has if others changed the dataset meanwhile.
  private func missingImages() throws -> ArraySlice<CatalogIndex.Entry> {
    let unseen = index.inOrder.filter { !seen.contains($0.id) }
    guard !unseen.isEmpty, try DatasetMoment(part) != moment else { return unseen[...] }
    let now = try CatalogIndex(CatalogFile(part.catalogPath))
    let tree = try ClassTree(part)
    return try unseen.filter { try now.entries[$0.id] != nil && !tree.isAnywhere($0.id) }[...]
  }
}
