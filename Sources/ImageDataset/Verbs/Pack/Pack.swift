internal import ArchiveFormats
package import ByteText
internal import System

extension Dataset {
  /// The archive's name if none is given.
  package var archiveName: ByteString { name + "_dataset.zip" }

  /// Writes the images and what is known of them into archives.
  ///
  /// Each is written beside its final name and renamed when all are whole, so a reader never sees half
  /// an archive and a failure leaves the old ones. When others change the dataset meanwhile, it is
  /// begun again.
  ///
  /// - Parameter progress: is told how many images of how many have been read; one that is
  ///   compared with others, treated and packed counts three times.
  /// - Throws: ``DatasetError``: `usage` for an output inside the dataset, a class that has the name
  ///   of one of the archive's own files, or options that do not fit the images.
  package func pack(
    _ options: PackOptions, progress: (_ done: Int, _ total: Int) -> Void
  ) throws -> PackReport {
    do {
      let layout: any PackLayout =
        switch options.format {
        case .zip: ZipPackLayout(dataset: self, options: options)
        case .webdataset: ShardPackLayout(dataset: self, options: options)
        }
      try layout.checkOutput()
      var attempt = 1
      while true {
        var plan = try settledPlan(options)
        try PackSplitter(dataset: self, options: options).split(&plan, progress: progress)
        plan.arrange()
        var run = try PackRun(self, plan, layout)
        try run.write(progress)
        guard run.isStale, attempt < Self.mostAttempts, case .file = options.output else {
          return run.report
        }
        attempt += 1
      }
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  private static let mostAttempts = 10

  /// The plan of one instant: made while nothing changed, or after many tries one in which every
  /// image occurs once, wherever it lay when it was met.
  private func settledPlan(_ options: PackOptions) throws -> PackPlan {
    var attempt = 0
    while true {
      attempt += 1
      let before = try DatasetMoment(self)
      let plan = try PackPlanner(dataset: self, options: options).plan()
      let isSettled = try !plan.isStale && DatasetMoment(self) == before
      if isSettled || attempt >= Self.mostAttempts && !plan.isStale { return plan }
      if attempt >= 5 * Self.mostAttempts { return plan }
      Clocks.pause(milliseconds: attempt)
    }
  }
}
