internal import ByteText
internal import System

/// The pictures of a dataset: whatever lies in its class folders.
final class DatasetSubject: Subject {
  private let dataset: Dataset
  private var folders: ArraySlice<ByteString> = []
  private var isOpen = false
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
      guard let className = folders.popFirst() else { return nil }
      do throws(SystemError) {
        listing = (className, try FolderListing(of: dataset.path.appending(className)), 0)
        classes.append(SubjectClass(split: nil, name: className))
      } catch {
        guard !error.isMissing else { continue }
        report(Finding(.corrupt, className, "the folder could not be read: \(error.words)"))
      }
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
      if !Leftovers.isLeftover(entry.name) {
        let kind = entry.name.isHidden ? "a hidden entry" : (entry.kind ?? .regular).words
        report(Finding(.stray, file, "\(kind) in a class folder, move it elsewhere"))
      }
      return nil
    }
    let path = dataset.path.appending(file)
    return Picture(
      file: file, className: className,
      place: ImagePlace(className: className, fileName: entry.name),
      open: Picture.opener(path))
  }
}

extension Picture {
  /// Opens the file at a path.
  static func opener(
    _ path: ByteString
  ) -> @Sendable () throws(PictureFault) -> any PictureStream {
    { () throws(PictureFault) in
      do throws(SystemError) {
        return FileReader(try OpenFile.reading(path))
      } catch {
        throw .system(error)
      }
    }
  }
}
