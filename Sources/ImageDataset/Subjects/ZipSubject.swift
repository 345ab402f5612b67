internal import ArchiveFormats
internal import ByteText
internal import ImageCodec
internal import System

/// The pictures of a packed zip, which is never unpacked to disk.
final class ZipSubject: Subject {
  private let reader: ZipReader
  /// What a fault of the whole archive is said of.
  private let name: ByteString
  let layout: ZipLayout
  /// Everything the directory lists, folders too.
  var entries: ZipEntries { reader.entries }
  var isWhole: Bool { reader.faults.isEmpty }
  /// Why there are no entries, of what is no zip or has lost its directory; else nil.
  var whyNothing: String? { reader.entries.isEmpty ? reader.faults.first?.message : nil }
  private var index = 0
  private var isOpen = false
  private(set) var classes: [SubjectClass] = []

  init(_ path: ByteString) throws(SystemError) {
    reader = ZipReader(try FileBytes(path))
    name = path.lastComponent
    layout = ZipLayout(reader.entries)
  }

  func next(_ report: (Finding) -> Void) throws -> Picture? {
    if !isOpen { open(report) }
    guard index < layout.pictures.count else { return nil }
    defer { index += 1 }
    let (entry, owner) = layout.pictures[index]
    if classes.last != owner { classes.append(owner) }
    let reader = reader
    return Picture(
      file: entry.name, className: owner.name, split: owner.split,
      open: { () throws(PictureFault) in ZipPictureStream(reader.stream(entry)) })
  }

  /// The content of an entry beside the class folders; nil if it is not sound.
  func content(of entry: ZipEntry) -> [UInt8]? {
    let stream = reader.stream(entry)
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      var room = buffer.mutableSpan
      let count = stream.read(into: &room)
      guard count > 0 else { return count == 0 ? content : nil }
      content += buffer.prefix(count)
    }
  }

  private func open(_ report: (Finding) -> Void) {
    isOpen = true
    for fault in reader.faults {
      var finding = Finding(fault)
      if finding.file.isEmpty { finding.file = name }
      report(finding)
    }
    for entry in layout.companions {
      let stream = ZipPictureStream(reader.stream(entry))
      HashingStream(stream).drain()
      if case .archive(let finding) = stream.fault { report(finding) }
      if Picture.endings.contains(entry.name.pathExtension.asciiLowercased) {
        report(.strayPicture(entry.name))
      }
    }
    for owner in Set(layout.pictures.map(\.owner)).sorted(by: { $0.folder < $1.folder }) {
      guard let fault = ClassName.fault(in: owner.name) else { continue }
      report(Finding(.className, layout.root + owner.folder, "the class name \(fault)"))
    }
  }
}

/// An entry of a zip as the decoder reads it.
final class ZipPictureStream: PictureStream {
  private let stream: ZipEntryStream

  init(_ stream: ZipEntryStream) {
    self.stream = stream
  }

  var fault: PictureFault? { stream.fault.map { .archive(Finding($0)) } }

  func read(into buffer: inout MutableSpan<UInt8>) -> Int {
    stream.read(into: &buffer)
  }
}

extension Finding {
  /// What an archive says of itself; a fault of no entry is about the whole file.
  init(_ fault: ArchiveFault) {
    let code: Code =
      switch fault.code {
      case .badArchive: .badArchive
      case .unsafeName: .unsafeName
      case .readFailed: .corrupt
      }
    self.init(code, fault.entry ?? "", fault.message)
  }
}
