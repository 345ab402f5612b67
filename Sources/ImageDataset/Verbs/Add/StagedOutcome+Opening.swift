internal import ByteText
internal import System

extension StagedOutcome {
  /// What becomes of a source that is opened here; what is no regular file, or cannot be read, is
  /// refused.
  static func of(
    _ source: ByteString,
    _ stage: (consuming OpenFile, FileStatus) throws(SystemError) -> StagedOutcome
  ) -> StagedOutcome {
    do {
      let file = try OpenFile.reading(source)
      let status = try file.status()
      guard status.kind == .regular else {
        let message = "it is \(status.kind.words)"
        return .refused(Refusal(source: source, code: .notAFile, message: message))
      }
      return of(file, status, stage)
    } catch {
      if error.isExhaustion { return .failed(error) }
      return .refused(Refusal(source: source, code: .unreadable, message: error.words))
    }
  }

  private static func of(
    _ file: consuming OpenFile, _ status: FileStatus,
    _ stage: (consuming OpenFile, FileStatus) throws(SystemError) -> StagedOutcome
  ) -> StagedOutcome {
    do {
      return try stage(file, status)
    } catch {
      return .failed(error)
    }
  }
}
