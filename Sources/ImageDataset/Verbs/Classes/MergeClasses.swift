package import ByteText
internal import System

/// What became of an image of a class that was merged into another.
package enum ClassMergeResult: Sendable {
  case moved(ImagePlace, from: ByteString)
  case refused(Refusal)
}

extension Dataset {
  /// Moves all images of a class into another one, and removes the class.
  ///
  /// If one image is another contributor's, or one cannot be moved, each such is refused and nothing is
  /// changed. Images are renamed in batches and each batch is recorded then; after a kill the same
  /// command again finishes.
  ///
  /// - Throws: ``DatasetError``: `usage` if one of the classes does not exist; or what `report` throws.
  package func mergeClass(
    _ from: ByteString, into name: ByteString, by requester: Requester,
    report: (ClassMergeResult) throws -> Void
  ) throws -> ClassReport {
    try told {
      guard from != name else {
        throw DatasetError.usage("a class cannot be merged into itself")
      }
      var session = try ClassSession(self, requester.contributor)
      for known in [name, from] where !session.tree.contains(known) {
        guard known == from, session.isRecorded(from) || session.index.former.contains(from) else {
          throw session.unknown(known)
        }
      }
      let isThere = session.tree.contains(from)
      guard isThere || session.isRecorded(from) else {
        return ClassReport(changes: [ClassChange(.unchanged, name, from: from)])
      }
      var merger = try ClassMerger(session, from, name, requester)
      guard merger.refusals.isEmpty else {
        for refusal in merger.refusals { try report(.refused(refusal)) }
        return ClassReport()
      }
      while Interrupt.received == nil, let batch = try merger.next() {
        try session.record(batch.changes, in: batch.folders)
        for place in batch.moved { try report(.moved(place, from: from)) }
      }
      guard merger.isFinished else { return ClassReport() }
      if isThere { try Files.removeFolder(path.appending(from)) }
      try session.record(.classRemoved(from), in: [""])
      return ClassReport(changes: [ClassChange(.merged, name, from: from)])
    }
  }
}
