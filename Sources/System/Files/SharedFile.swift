/// An open file with several holders, closed when the last lets go.
final class SharedFile: Sendable {
  let file: OpenFile

  init(_ file: consuming OpenFile) {
    self.file = file
  }
}
