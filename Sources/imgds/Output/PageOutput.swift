import ByteText
import ImageDataset
import System

/// A file, or standard output, that a page is written to.
struct PageOutput {
  private let path: ByteString

  /// Refuses, before anything is read, a path at which no page can be put.
  init(_ path: ByteString, besides subject: ByteString) throws {
    self.path = path
    if path != "-" { try OutputCheck.refuse(path, inside: subject) }
  }

  /// Writes the page beside its final name and renames it, so that a reader never sees half of it.
  func write(_ text: String, _ console: Console) throws {
    let bytes = Array(text.utf8)
    guard path != "-" else { return try console.write(bytes) }
    let staged = try StagedFile(in: path.parent, named: true)
    try staged.write(bytes.span)
    try staged.flush()
    try staged.replace(path)
    try Files.flushFolder(path.parent)
  }
}
