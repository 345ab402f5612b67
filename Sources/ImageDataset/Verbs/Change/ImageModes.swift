internal import ByteText
internal import System

/// Sets the modes of images: 0600 hides one from other accounts, 0644 shows it.
///
/// The mode belongs to the inode, and so to every name it has: an image that shares its inode with a
/// file elsewhere, as `cp -l` leaves it, is given one of its own first.
struct ImageModes {
  static let hidden: UInt32 = 0o600
  static let shown: UInt32 = 0o644
  /// Few enough to be flushed one by one.
  private static let fewest = 8

  private let dataset: Dataset
  /// Made before the first mode is set, so that it tells of every change that is lost.
  private let flushFileSystem: FileSystemFlush
  private var changed: [ByteString] = []

  init(_ dataset: Dataset) throws(SystemError) {
    self.dataset = dataset
    flushFileSystem = try FileSystemFlush(dataset.path)
  }

  /// Whether other accounts can read a file of this mode.
  static func isShown(_ mode: UInt32) -> Bool { mode & 0o077 != 0 }

  /// The status of an image whose mode this process may set.
  ///
  /// - Throws: ``Refusal`` if the file is no regular one, or another account's; ``SystemError``.
  func checked(_ place: ImagePlace, named image: ByteString) throws -> FileStatus {
    let status = try Files.status(dataset.path.appending(place.file), followingLinks: false)
    guard status.kind == .regular else {
      throw Refusal(source: image, code: .notAFile, message: "it is \(status.kind.words)")
    }
    guard [0, status.owner].contains(Account.userID) else {
      throw Refusal(
        source: image, code: .notYours,
        message: "the file is of another account, which alone can change its mode")
    }
    return status
  }

  /// Sets the mode of a file that was looked at; ``flush()`` makes it durable.
  mutating func set(_ mode: UInt32, of place: ImagePlace, _ status: FileStatus) throws {
    let path = dataset.path.appending(place.file)
    if status.linkCount > 1 {
      let own = try StagedFile(in: dataset.path)
      try own.append(contentsOf: FileReader(OpenFile.reading(path), from: 0))
      try own.setMode(mode)
      try own.flush()
      try own.replace(path)
      try Files.flushFolder(path.parent)
    } else {
      try OpenFile.reading(path).setMode(mode)
      changed.append(path)
    }
  }

  /// Makes the modes set so far durable.
  mutating func flush() throws(SystemError) {
    if changed.count > Self.fewest {
      try flushFileSystem()
    } else {
      for path in changed { try OpenFile.reading(path).flushAll() }
    }
    changed = []
  }
}
