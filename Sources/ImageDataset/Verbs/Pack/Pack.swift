internal import ArchiveFormats
package import ByteText
internal import System

extension Dataset {
  /// The archive's name if none is given.
  package var archiveName: ByteString { name + "_dataset.zip" }

  /// Writes the images and what is known of them into one zip.
  ///
  /// Written beside its final name and renamed, so a reader never sees half an archive and a failure
  /// leaves the old one. When others change the dataset meanwhile, it is begun again.
  ///
  /// - Parameter progress: is told how many images of how many have been read.
  /// - Throws: ``DatasetError``: `usage` for an output inside the dataset or a class that has the
  ///   name of one of the archive's own files.
  package func pack(
    _ options: PackOptions, progress: (_ done: Int, _ total: Int) -> Void
  ) throws -> PackReport {
    do {
      try checkOutput(options.output)
      var attempt = 1
      while true {
        let plan = try PackPlanner(dataset: self, options: options).plan()
        try checkNames(plan)
        let (report, isStale) = try write(plan, options, progress)
        guard isStale, attempt < Self.mostAttempts, case .file = options.output else {
          return report
        }
        attempt += 1
      }
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  private static let mostAttempts = 10

  private func write(
    _ plan: PackPlan, _ options: PackOptions, _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws -> (report: PackReport, isStale: Bool) {
    var report = PackReport(file: options.output.path)
    report.images = plan.images.count
    report.classes = plan.classes.count
    report.privateImages = plan.privateImages
    report.leftOut = plan.leftOut + plan.strays.count
    report.strays = plan.strays
    report.faults = plan.faults
    if plan.images.isEmpty, plan.faults.isEmpty {
      report.faults = [Finding(.emptyClass, path, "there is no image to pack")]
    }
    guard report.faults.isEmpty else { return (report, false) }
    let sink = try ArchiveSink(options.output)
    var packer = ZipPacker(self, plan, options, sink)
    try packer.write(progress)
    guard packer.faults.isEmpty else {
      report.faults = packer.faults.map(\.finding)
      return (report, packer.faults.contains(where: \.isGone))
    }
    if Interrupt.received == nil {
      report.sha256 = try sink.finish()
      report.bytes = sink.count
    }
    return (report, false)
  }

  private func checkOutput(_ output: PackOptions.Output) throws {
    guard case .file(let file) = output else { return }
    try OutputCheck.refuseUnlessFile(file)
    let folder = try Files.resolved(file.parent)
    guard folder == resolvedPath || folder.hasPrefix(resolvedPath.appending("")) else { return }
    throw DatasetError.usage(
      "the output '\(file.displayed)' lies inside the dataset, write it elsewhere with --output")
  }

  private func checkNames(_ plan: PackPlan) throws(DatasetError) {
    let own = [CardFile.name, ClassesFile.name, MetadataFile.name, SumsFile.name]
    guard let name = plan.classes.first(where: own.contains) else { return }
    throw .usage("the class '\(name.displayed)' has the name of a file of the archive, rename it")
  }
}

extension PackOptions.Output {
  var path: ByteString {
    switch self {
    case .file(let path): path
    case .standardOutput: "-"
    }
  }
}

extension PackFault {
  var finding: Finding {
    switch self {
    case .gone(let finding), .bad(let finding): finding
    }
  }

  var isGone: Bool {
    if case .gone = self { true } else { false }
  }
}
