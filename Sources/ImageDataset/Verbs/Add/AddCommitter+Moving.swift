internal import ByteText
internal import System

/// The end of a move: the source goes, once its bytes are durable in the dataset and told of.
extension AddCommitter {
  /// Removes the file that an image was read from; of a link the link itself.
  ///
  /// - Throws: ``DatasetError`` if the file is another one by now, or was written to since it was
  ///   read: those bytes are nowhere else.
  func removeSource(of image: StagedImage) throws {
    guard try !isInside(image.source) else { return }
    do {
      guard try Files.status(image.source).isUnchanged(since: image.origin) else {
        throw DatasetError.dataset(image.source, "it changed while it was taken in, so it was left")
      }
      try Files.remove(image.source)
    } catch let error as SystemError {
      if !error.isMissing { throw error }
      try removeLink(image.source)
    }
  }

  /// Removes a link whose file is gone: it may have been moved just before, under its own name.
  private func removeLink(_ source: ByteString) throws(SystemError) {
    do {
      guard try Files.status(source, followingLinks: false).kind == .link else { return }
      try Files.remove(source)
    } catch {
      if !error.isMissing { throw error }
    }
  }

  private func isInside(_ source: ByteString) throws(SystemError) -> Bool {
    do {
      let folder = try Files.resolved(source.parent)
      return folder == dataset.resolvedPath || folder.hasPrefix(dataset.resolvedPath + "/")
    } catch {
      guard error.isMissing else { throw error }
      return true
    }
  }
}

extension FileStatus {
  /// Whether the file is the same and was not written to, as far as size and time stamp tell.
  fileprivate func isUnchanged(since earlier: FileStatus) -> Bool {
    isSameFile(as: earlier) && size == earlier.size && modified == earlier.modified
  }
}
