internal import ByteText
internal import System

/// The folder beside a dataset into which a repair moves what does not belong there.
///
/// Made when it is first needed, as `NAME_strays-TIME`; nothing in it is ever replaced.
struct StraysFolder {
  private let dataset: Dataset
  private let path: ByteString
  private var made: Set<ByteString> = []
  private var serial = 1

  init(_ dataset: Dataset, _ time: Timestamp) {
    self.dataset = dataset
    let digits = time.text.bytes.filter { $0 != UInt8(ascii: ":") }
    path = dataset.resolvedPath.parent.appending(
      dataset.name + "_strays-" + ByteString(digits))
  }

  /// Moves a file or folder of the dataset out of it, keeping its class's folder, under the name that
  /// it had when it was found.
  ///
  /// A dataset that is a mount point, or reached through one, has its strays beside it on another file
  /// system: they are copied there, made durable and then removed.
  ///
  /// - Returns: where it is now, or nil if it was gone, or is no file that can be copied there.
  mutating func take(
    _ file: ByteString, as name: ByteString
  ) throws(SystemError) -> ByteString? {
    try makeFolder(path)
    let holder = name.parent == "." ? path : path.appending(name.parent)
    if holder != path { try makeFolder(holder) }
    var target = path.appending(name)
    while true {
      do {
        try move(dataset.path.appending(file), to: target)
        return target
      } catch {
        if error.isMissing || error.isAcrossDevices { return nil }
        guard error.isTaken else { throw error }
        serial += 1
        target = path.appending(name) + ByteString("-\(serial)")
      }
    }
  }

  private func move(_ file: ByteString, to target: ByteString) throws(SystemError) {
    do throws(SystemError) {
      try Files.renameWithoutReplacing(file, to: target)
    } catch {
      guard error.isAcrossDevices else { throw error }
      try Files.moveByCopying(file, to: target)
    }
  }

  /// Keeps a copy of a file that is about to be replaced.
  mutating func keep(copyOf file: ByteString) throws(SystemError) -> ByteString {
    try makeFolder(path)
    let copy = try StagedFile(in: path)
    try copy.append(
      contentsOf: FileReader(OpenFile.reading(dataset.path.appending(file)), from: 0))
    try copy.flush()
    var target = path.appending("catalog.jsonl")
    while try Files.exists(target) {
      serial += 1
      target = path.appending(ByteString("catalog-\(serial).jsonl"))
    }
    try copy.place(at: target)
    return target
  }

  /// Makes what was moved durable; the dataset's own folders are flushed after it.
  func flush() throws(SystemError) {
    guard !made.isEmpty else { return }
    for folder in made { try Files.flushFolder(folder) }
  }

  /// Makes a folder that is there for good before anything is moved into it.
  private mutating func makeFolder(_ folder: ByteString) throws(SystemError) {
    guard made.insert(folder).inserted else { return }
    do {
      try Files.makeFolder(folder)
    } catch {
      guard error.isTaken else { throw error }
    }
    try Files.flushFolder(folder.parent)
  }
}
