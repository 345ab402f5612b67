internal import System

/// Looks at every picture of a dataset, a tree or a zip, and never stops at a bad one.
///
/// - Parameters:
///   - progress: is told how far the work is.
///   - report: is told of each finding: those of single files in the order of their bytes, then those
///     about many.
/// - Throws: ``DatasetError``, or what `report` throws.
package func verify(
  _ options: VerifyOptions, progress: (VerifyProgress) -> Void, report: (Finding) throws -> Void
) throws -> VerifySummary {
  do {
    let (subject, checks) = try SubjectFinder.subject(at: options)
    return try Verification(options, subject, checks).run(progress, report)
  } catch let error as SystemError {
    throw DatasetError.system(error)
  }
}

/// One run of `verify`.
private struct Verification {
  private let options: VerifyOptions
  private let subject: any Subject
  private var checks: [any Check]
  private var summary = VerifySummary()

  init(_ options: VerifyOptions, _ subject: any Subject, _ checks: [any Check]) {
    self.options = options
    self.subject = subject
    self.checks = checks
  }

  consuming func run(
    _ progress: (VerifyProgress) -> Void, _ report: (Finding) throws -> Void
  ) throws -> VerifySummary {
    let examiner = PictureExaminer(
      depth: options.depth(of: subject, checks), maxPixels: options.maxPixels,
      budget: .forDecoding(jobs: options.jobs))
    let isQuick = options.isQuick
    summary.isQuick = isQuick
    var findings: [Finding] = []
    func tell() throws {
      for finding in findings {
        summary.count(finding)
        try report(finding)
      }
      findings = []
    }
    try subject.sweep {
      findings.append($0)
    } _: { className, places in
      summary.files += places.count
      summary.images += places.count
      for index in checks.indices { checks[index].pass(places, in: className) }
      progress(.looked(summary.files))
    }
    try tell()
    try mapInOrder(
      jobs: isQuick ? 1 : options.jobs, window: 64,
      next: {
        guard Interrupt.received == nil else { return nil }
        let picture = try subject.next { findings.append($0) }
        return picture
      },
      work: { picture in
        isQuick
          ? ExaminedPicture(picture: picture, examination: nil, fault: nil)
          : examiner.examine(picture)
      },
      consume: { picture in
        // What was moved or removed meanwhile is met again where it is now, or was not there.
        guard let picture = subject.settled(picture, examiner.examine) else { return }
        if !subject.isRepeat(picture.picture) {
          summary.files += 1
          let isImage = isQuick ? picture.picture.hasImageName : picture.facts != nil
          summary.images += isImage ? 1 : 0
        }
        for index in checks.indices {
          checks[index].look(at: picture) { findings.append($0) }
        }
        try tell()
        progress(.looked(summary.files))
      })
    if Interrupt.received == nil {
      for index in checks.indices {
        try checks[index].conclude { progress(.concluded($0)) }
        try checks[index].finish(subject) { findings.append($0) }
      }
      summary.loaders = checks.compactMap { $0 as? LoaderCheck }.flatMap(\.outcomes)
    }
    try tell()
    summary.classes = Set(subject.classes.map(\.name)).count
    return summary
  }
}
