package import ByteText
internal import System

/// What `stats` is asked to do.
package struct StatsOptions: Sendable {
  /// A dataset, a tree of class folders, or a packed zip.
  package var path: ByteString
  /// Whose private images count.
  package var contributor: ByteString
  /// Whether every pixel is read for mean and deviation.
  package var hasPixels = false
  package var jobs = 1

  package init(path: ByteString, contributor: ByteString) {
    self.path = path
    self.contributor = contributor
  }
}

/// Counts what is in a dataset, a tree or a zip.
///
/// Of a dataset the catalog alone is read, unless pixels are asked for; elsewhere every picture is
/// decoded.
///
/// - Throws: ``DatasetError``.
package func stats(_ options: StatsOptions) throws -> StatsReport {
  do {
    if case .dataset(let dataset) = try Dataset.look(at: options.path) {
      return try dataset.stats(options)
    }
    let (subject, _) = try SubjectFinder.subject(at: VerifyOptions(path: options.path))
    if let fault = (subject as? ZipSubject)?.whyNothing {
      throw DatasetError.dataset(options.path, fault)
    }
    return try stats(of: subject, options)
  } catch let error as SystemError {
    throw DatasetError.system(error)
  }
}

private func stats(of subject: any Subject, _ options: StatsOptions) throws -> StatsReport {
  let examiner = PictureExaminer(
    depth: options.hasPixels ? [.analysis, .statistics] : .analysis,
    maxPixels: VerifyOptions(path: "").maxPixels, budget: .forDecoding(jobs: options.jobs))
  let resolved = try Files.resolved(options.path)
  let inside = (subject as? ZipSubject)?.layout.name
  var collector = StatsCollector(name: inside ?? resolved.lastComponent)
  var sums = PixelSums()
  var loosePictures = 0
  try mapInOrder(
    jobs: options.jobs, window: 64,
    next: {
      guard Interrupt.received == nil else { return nil }
      let picture = try subject.next { finding in
        if finding.isLoosePicture { loosePictures += 1 }
        guard finding.hidesPictures else { return }
        collector.note("'\(finding.file.displayed)': \(finding.message)")
      }
      return picture
    },
    work: { examiner.examine($0) },
    consume: { examined in
      if let words = examined.fault?.words {
        let file = examined.picture.file.displayed
        collector.note("'\(file)' cannot be read and does not count: \(words)")
      } else if let facts = examined.facts {
        collector.add(facts, in: examined.picture.className, .public)
        if options.hasPixels { sums.add(examined) }
      } else {
        collector.note("'\(examined.picture.file.displayed)' is no sound image and does not count")
      }
    })
  for each in subject.classes { collector.declare(each.name) }
  var report = collector.finish()
  report.loosePictures = loosePictures
  report.hasPixels = options.hasPixels
  report.pixels = sums.report
  return report
}

extension Dataset {
  fileprivate func stats(_ options: StatsOptions) throws -> StatsReport {
    let file = try CatalogFile(catalogPath)
    let counting = LineCounting(contributor: options.contributor)
    let index = try CatalogIndex(file, counting: counting, endsAtSignals: true)
    let visible = index.visible(to: options.contributor)
    var collector = StatsCollector(name: name)
    for name in index.declared { collector.declare(name) }
    collector.leaveOut(visible.leftOut)
    var counts = index.counts
    var faults: [Int: String] = [:]
    let outdated = index.entries.outdated.sorted { $0.offset < $1.offset }
    try file.mapRecords(in: index, outdated) { block in
      var share = StatsCounts()
      block.takeOut(of: &share, counting)
      return share
    } consume: { share in
      counts.merge(share)
    }
    try file.mapRecords(in: index, visible.entries.filter { !$0.stands }) { block in
      var share = StatsCounts()
      let faults = block.count(into: &share)
      return (share, faults)
    } consume: { share, found in
      counts.merge(share)
      for fault in found { faults[fault.offset] = fault.message }
    }
    collector.take(counts, index.names)
    for fault in try index.catalogFaults + file.located(faults) {
      collector.note("line \(fault.line) of the catalog \(fault.message)")
    }
    var report = collector.finish()
    report.hasPixels = options.hasPixels
    if options.hasPixels {
      let places = visible.entries.compactMap { entry in
        entry.format.map {
          ImagePlace(className: index.className(of: entry), id: entry.id, format: $0)
        }
      }
      let sums = PixelSums(of: places, in: self, jobs: options.jobs)
      report.pixels = sums.report
      report.faults += sums.faults
    }
    return report
  }
}

extension Finding {
  /// Whether it is of a folder or archive some of whose pictures may not be met.
  fileprivate var hidesPictures: Bool {
    [.corrupt, .badArchive, .unsafeName].contains(code)
  }
}
