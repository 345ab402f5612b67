internal import ByteText
internal import ImageCodec
internal import System

/// An image of another dataset, or what stands in its stead.
struct PartCandidate: Sendable {
  /// The path of the file.
  let source: ByteString
  let className: ByteString
  /// What the other catalog says; nil of an image that it lacks.
  var record: ImageRecord?
  /// Why it cannot be taken.
  var refusal: Refusal?
  /// Whether it is refused for its name, and what its bytes are is still to be told.
  var isMisnamed = false
}

/// The images of another dataset: those of its tree, sorted, then those that its catalog alone has.
final class PartCandidates {
  private let part: Dataset
  private let file: CatalogFile
  let index: CatalogIndex
  private var classes: ArraySlice<ByteString>
  private var listing: ArraySlice<FolderEntry> = []
  private var className: ByteString = ""
  private var seen: Set<ImageID> = []
  private var missing: ArraySlice<CatalogIndex.Entry>?
  /// Hidden entries that were passed over.
  private(set) var skipped = 0

  init(_ part: Dataset) throws {
    self.part = part
    file = try CatalogFile(part.catalogPath)
    index = try CatalogIndex(file)
    classes = try part.classNames()[...]
  }

  func next() throws -> PartCandidate? {
    while true {
      if let entry = listing.popFirst() {
        if let candidate = try candidate(entry) { return candidate }
      } else if let name = classes.popFirst() {
        className = name
        listing = try FolderListing(of: part.path.appending(name)).map { $0 }[...]
      } else {
        return missingOne()
      }
    }
  }

  private func candidate(_ entry: FolderEntry) throws -> PartCandidate? {
    if entry.name.isHidden {
      skipped += 1
      return nil
    }
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
    seen.insert(place.id)
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

  private func missingOne() -> PartCandidate? {
    let rest = missing ?? index.inOrder.filter { !seen.contains($0.id) }[...]
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
}
