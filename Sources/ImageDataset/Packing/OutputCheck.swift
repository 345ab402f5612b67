package import ByteText
internal import System

/// Asks whether a file may be written under a path, whatever stands there now.
package enum OutputCheck {
  /// Refuses an output that lies inside a dataset, or under whose path no regular file could stand.
  ///
  /// - Throws: ``DatasetError``.
  package static func refuse(_ output: ByteString, inside subject: ByteString) throws {
    do {
      if case .dataset(let dataset) = try Dataset.look(at: subject) {
        try dataset.checkOutside(output.parent, output)
      }
      try refuseUnlessFile(output)
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  /// Refuses a path under which no regular file stands or could stand.
  ///
  /// An output is renamed to its place, which would put a file where a device, a pipe or a link was:
  /// done by root to `/dev/null`, that breaks the whole system.
  ///
  /// - Throws: ``DatasetError/usage(_:)`` saying what stands there; ``SystemError``.
  static func refuseUnlessFile(_ output: ByteString) throws {
    guard !output.isEmpty else { throw DatasetError.usage("the output has no name") }
    let kind: FileKind
    do throws(SystemError) {
      kind = try Files.status(output, followingLinks: false).kind
    } catch {
      guard error.isMissing else { throw error }
      return
    }
    guard kind != .regular else { return }
    throw DatasetError.usage(
      "the output '\(output.displayed)' is \(kind.words), name a file, or '-' for standard output")
  }
}
