package import ByteText
internal import System

/// What `stats` is asked to do.
package struct StatsOptions: Sendable {
  /// A dataset, a tree of class folders, or a packed zip.
  package var path: ByteString
  /// Whose private images count.
  package var contributor: ByteString
  package var jobs = 1

  package init(path: ByteString, contributor: ByteString) {
    self.path = path
    self.contributor = contributor
  }
}

/// Counts what is in a dataset, a tree or a zip.
///
/// Of a dataset the catalog alone is read; elsewhere every picture is decoded.
///
/// - Throws: ``DatasetError``.
package func stats(_ options: StatsOptions) throws -> StatsReport {
  do {
    if case .dataset(let dataset) = try Dataset.look(at: options.path) {
      return try dataset.stats(for: options.contributor)
    }
    let (subject, _) = try SubjectFinder.subject(at: VerifyOptions(path: options.path))
    return try stats(of: subject, options)
  } catch let error as SystemError {
    throw DatasetError.system(error)
  }
}

private func stats(of subject: any Subject, _ options: StatsOptions) throws -> StatsReport {
  let examiner = PictureExaminer(
    depth: .analysis, maxPixels: VerifyOptions(path: "").maxPixels,
    budget: .forDecoding(jobs: options.jobs))
  let resolved = try Files.resolved(options.path)
  var collector = StatsCollector(name: resolved.lastComponent)
  try mapInOrder(
    jobs: options.jobs, window: 64,
    next: { Interrupt.received == nil ? try subject.next { _ in } : nil },
    work: { examiner.examine($0) },
    consume: { examined in
      if let facts = examined.facts {
        collector.add(facts, in: examined.picture.className, .public)
      } else {
        collector.note("'\(examined.picture.file.displayed)' is no sound image and does not count")
      }
    })
  for each in subject.classes { collector.declare(each.name) }
  return collector.finish()
}

extension Dataset {
  fileprivate func stats(for contributor: ByteString) throws -> StatsReport {
    var collector = StatsCollector(name: name)
    let file = try CatalogFile(catalogPath)
    let index = try CatalogIndex(file)
    for name in index.declared { collector.declare(name) }
    for fault in index.faults {
      collector.note("line \(fault.line) of the catalog \(fault.message)")
    }
    try file.forEachRecord(in: index) { record in
      if record.visibility == .private, record.by != contributor {
        collector.leaveOut()
      } else {
        collector.add(record.facts, in: record.className, record.visibility)
      }
    } fault: { fault in
      collector.note("line \(fault.line) of the catalog \(fault.message)")
    }
    return collector.finish()
  }
}
