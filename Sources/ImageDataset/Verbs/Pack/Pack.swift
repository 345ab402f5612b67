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
  /// begun again; in the end they wait for it.
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
      var attempt = 0
      while true {
        attempt += 1
        let isLast = attempt > Self.mostReadings
        let run = try reading(alone: isLast) {
          var plan = try settledPlan(options)
          try PackSplitter(dataset: self, options: options).split(&plan, progress: progress)
          plan.arrange()
          var run = try PackRun(self, plan, layout)
          try run.write(progress)
          return run
        }
        guard run.isStale, !isLast, case .file = options.output else { return run.report }
      }
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  /// How often the images are read, and how often each time looked for, before writers are asked to
  /// wait.
  private static let (mostReadings, mostPlans) = (3, 8)
  /// How often is planned anew for someone who heeds no lock.
  private static let mostPlansAlone = 50

  /// The plan of one instant: made while nothing changed.
  ///
  /// After many tries writers wait while it is made. Someone who moves files by hand does not, and
  /// then a plan will do in which every image occurs once, wherever it lay when it was met.
  private func settledPlan(_ options: PackOptions) throws -> PackPlan {
    let planner = PackPlanner(dataset: self, options: options)
    for attempt in 1...Self.mostPlans {
      let before = try DatasetMoment(self)
      let plan = try planner.plan()
      if try !plan.isStale && DatasetMoment(self) == before { return plan }
      Clocks.pause(milliseconds: attempt)
    }
    return try reading(alone: true) {
      var plan = try planner.plan()
      for attempt in 1...Self.mostPlansAlone where plan.isStale {
        Clocks.pause(milliseconds: attempt)
        plan = try planner.plan()
      }
      return plan
    }
  }
}
