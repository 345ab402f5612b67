/// Filling a staged file and making it durable.
extension StagedFile {
  /// Appends all of the bytes.
  package func write(_ bytes: Span<UInt8>) throws(SystemError) {
    try opened().file.write(bytes)
  }

  /// Appends all that a reader gives to its end.
  package func append(contentsOf reader: FileReader) throws(SystemError) {
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      var room = piece.mutableSpan
      let count = reader.read(into: &room)
      if let failure = reader.failure { throw failure }
      guard count > 0 else { return }
      try write(piece.span.extracting(first: count))
    }
  }

  /// Makes the still empty file share the content of another, or gives false where that cannot be.
  ///
  /// The caller then copies. Clone before hashing: what is hashed must be what is kept.
  package func clone(from source: borrowing OpenFile) throws(SystemError) -> Bool {
    try opened().file.clone(from: source)
  }

  /// Sets the permission bits the file will have when placed.
  package func setMode(_ mode: UInt32) throws(SystemError) {
    try opened().file.setMode(mode)
  }

  /// Gives the file the mode, the group and, if this process may, the owner of a file it takes the
  /// place of, so that whoever could use that one can use this.
  ///
  /// - Throws: EPERM if the group is one that this process is not in.
  package func takeAccess(of other: FileStatus) throws(SystemError) {
    try opened().file.setOwner(other.owner, group: other.group)
    try setMode(other.mode)
  }

  /// Makes content and mode durable: due before placing, and ``Files/flushFolder(_:)`` after it.
  package func flush() throws(SystemError) {
    try opened().file.flushAll()
  }

  /// Begins to make a part of the content durable, without waiting; see ``OpenFile``.
  package func beginWriteBack(at offset: Int, count: Int) throws(SystemError) {
    try opened().file.beginWriteBack(at: offset, count: count)
  }

  /// Makes all that was written to the file system durable, its other staged files with it.
  package func flushFileSystem() throws(SystemError) {
    try opened().file.flushFileSystem()
  }

  /// What the system knows of the file.
  package func status() throws(SystemError) -> FileStatus {
    try opened().file.status()
  }

  /// The bytes at a place in the file: `count` of them, or as many as there are before the end.
  package func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try opened().file.bytes(at: offset, count: count)
  }

  /// Reads the content back, from its beginning or a place in it; the place where writing goes on
  /// stays.
  package func reader(from offset: Int = 0) throws(SystemError) -> FileReader {
    FileReader(try opened(), from: offset)
  }
}
