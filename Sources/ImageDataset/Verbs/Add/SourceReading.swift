internal import System

/// The bytes of a source on their way into a staged file, read once.
///
/// The file becomes a clone of the source where the file system can make one, and is itself read then;
/// elsewhere each piece is copied to it as it passes.
final class SourceReading {
  let reader: FileReader
  /// Nil where nothing is kept.
  let staged: StagedFile?
  /// Why the staged file could not be written.
  private(set) var failure: SystemError?
  private let copies: Bool

  /// Reads a source of which nothing is kept.
  init(_ source: consuming OpenFile) {
    reader = FileReader(source)
    staged = nil
    copies = false
  }

  init(_ source: consuming OpenFile, into staged: StagedFile) throws(SystemError) {
    self.staged = staged
    if try staged.clone(from: source) {
      reader = try staged.reader()
      copies = false
    } else {
      reader = FileReader(source)
      copies = true
    }
  }

  /// Takes a piece as it is read, and says whether it could be kept.
  func keep(_ piece: Span<UInt8>) -> Bool {
    guard copies else { return true }
    do throws(SystemError) {
      try staged?.write(piece)
      return true
    } catch {
      failure = error
      return false
    }
  }
}
