package import ByteText

/// The file system below a folder, to be flushed as a whole.
///
/// Make it before the writes whose loss it shall tell of: an error of write-back that came before
/// the folder was opened and that someone else was told of is not told again (`errseq_t`).
package final class FileSystemFlush: Sendable {
  private let folder: OpenFile

  package init(_ folder: ByteString) throws(SystemError) {
    self.folder = try OpenFile.folder(folder)
  }

  /// Makes durable all that was written to the file system.
  package func callAsFunction() throws(SystemError) {
    try folder.flushFileSystem()
  }
}
