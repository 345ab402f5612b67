internal import ByteText
internal import System

extension StagedFile {
  /// Appends the whole content of another file.
  func append(contentsOf path: ByteString) throws(SystemError) {
    let reader = FileReader(try OpenFile.reading(path), from: 0)
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      var room = piece.mutableSpan
      let count = reader.read(into: &room)
      if let failure = reader.failure { throw failure }
      guard count > 0 else { return }
      try write(piece.span.extracting(first: count))
    }
  }
}
