/// An open file with several holders, closed when the last lets go.
package final class SharedFile: Sendable {
  package let file: OpenFile

  package init(_ file: consuming OpenFile) {
    self.file = file
  }
}
