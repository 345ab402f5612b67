internal import System

extension Dataset {
  /// Reads the dataset, and if asked to be alone, while other processes wait to write.
  ///
  /// For whoever has looked several times and always met a change. Where the file system has no locks
  /// they do not wait, and what is read may change.
  func reading<Value>(alone isAlone: Bool, _ body: () throws -> Value) throws -> Value {
    guard isAlone, let lock = try? FileLock(catalogPath, .shared) else { return try body() }
    let outcome = Result { try body() }
    lock.release()
    return try outcome.get()
  }
}
