package import ByteText
internal import System

extension Dataset {
  /// Makes classes; those that are there already stay as they are.
  ///
  /// - Throws: ``DatasetError``: `usage` naming every fault of a name.
  package func addClasses(
    _ names: [ByteString], contributor: ByteString
  ) throws -> ClassReport {
    try ClassName.check(names)
    return try told {
      var session = try ClassSession(self, contributor)
      var maker = try ClassMaker(self)
      var report = ClassReport()
      var changes: [(change: CatalogRecord.Change, isForced: Bool)] = []
      var met: Set<ByteString> = []
      for name in names where met.insert(name).inserted {
        if session.tree.contains(name), session.index.declared.contains(name) {
          report.changes.append(ClassChange(.unchanged, name))
        } else {
          try maker.make(name)
          changes.append((.classAdded(name), false))
          report.changes.append(ClassChange(.added, name))
        }
      }
      report.warnings = maker.warnings
      if !changes.isEmpty { try session.record(changes, in: [""]) }
      return report
    }
  }

  /// Removes classes that hold nothing; one that was removed before is absent.
  ///
  /// - Throws: ``DatasetError``: `usage` naming every class that is unknown or not empty, with nothing
  ///   removed.
  package func removeClasses(
    _ names: [ByteString], contributor: ByteString
  ) throws -> ClassReport {
    try told {
      var session = try ClassSession(self, contributor)
      var report = ClassReport()
      var faults: [String] = []
      for name in Set(names).sorted() {
        try session.checkName(of: name)
        if let fault = try session.fault(ofRemoving: name) { faults.append(fault) }
      }
      guard faults.isEmpty else { throw DatasetError.usage(faults.joined(separator: "; ")) }
      for name in names {
        let isThere = try Files.exists(path.appending(name))
        if isThere { try Files.removeFolder(path.appending(name)) }
        let wasRemoved = report.changes.contains { $0.name == name }
        guard !wasRemoved, isThere || session.index.declared.contains(name) else {
          if !wasRemoved { report.changes.append(ClassChange(.absent, name)) }
          continue
        }
        try session.record(.classRemoved(name), in: [""])
        report.changes.append(ClassChange(.removed, name))
      }
      return report
    }
  }

  /// Gives a class another name: one rename of its folder, recorded after it.
  ///
  /// - Throws: ``DatasetError``: `usage` if there is no such class, or one of that name.
  package func renameClass(
    _ old: ByteString, to name: ByteString, contributor: ByteString
  ) throws -> ClassReport {
    try ClassName.check([name])
    return try told {
      var session = try ClassSession(self, contributor)
      var report = ClassReport()
      guard try session.rename(old, to: name) else {
        report.changes = [ClassChange(.unchanged, name, from: old)]
        return report
      }
      try session.record(.classRenamed(from: old, to: name), in: [""])
      report.changes = [ClassChange(.renamed, name, from: old)]
      report.warnings = try ClassTree(self).warnings(about: name).map {
        ClassWarning(className: name, message: $0)
      }
      return report
    }
  }

  /// Does something, with failures of the system told as the dataset's.
  func told<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }
}

extension ClassSession {
  /// Why a class cannot be removed.
  fileprivate func fault(ofRemoving name: ByteString) throws -> String? {
    guard tree.contains(name) else {
      guard !isRecorded(name), !index.former.contains(name) else { return nil }
      guard case .usage(let words) = unknown(name) else { return nil }
      return words
    }
    let entries = try entries(of: name)
    guard let first = entries.first else { return nil }
    return "class '\(name.displayed)' is not empty: it holds '\(first.name.displayed)'"
      + (entries.count > 1 ? " and \(entries.count - 1) more" : "")
      + ", see 'imgds remove' and 'imgds class merge'"
  }

  /// Renames a class's folder, or finds that it was renamed.
  ///
  /// A run that was killed may have renamed it and not recorded that, or made the new name's empty
  /// folder on a file system where that must come first.
  ///
  /// - Returns: whether there is something to record.
  fileprivate func rename(_ old: ByteString, to name: ByteString) throws -> Bool {
    let (from, to) = (dataset.path.appending(old), dataset.path.appending(name))
    guard old != name else {
      guard tree.contains(name) else { throw unknown(old) }
      return false
    }
    try checkName(of: old)
    guard tree.contains(old) else {
      guard tree.contains(name), !isRecorded(old) || !isRecorded(name) else { throw unknown(old) }
      if isRecorded(old) { return true }
      guard index.former.contains(old) else { throw unknown(old) }
      return false
    }
    if tree.contains(name) {
      guard try !isRecorded(name) && entries(of: name).isEmpty else {
        throw DatasetError.usage(
          "there is a class '\(name.displayed)' already, join the two with 'imgds class merge'")
      }
      try Files.rename(from, to: to)
      return true
    }
    do {
      try Files.renameWithoutReplacing(from, to: to)
    } catch {
      guard error.isTaken else { throw error }
      // On a file system that folds cases the new name may be the old one's.
      guard
        try Files.status(from).isSameFile(as: Files.status(to, followingLinks: false))
      else {
        throw DatasetError.usage(
          "cannot rename class '\(old.displayed)': something else is called '\(name.displayed)'")
      }
      try Files.rename(from, to: to)
    }
    return true
  }
}
