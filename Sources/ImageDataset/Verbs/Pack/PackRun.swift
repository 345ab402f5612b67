internal import ArchiveFormats
internal import ByteText
internal import System

/// One attempt to write the archives of a plan.
struct PackRun {
  private(set) var report: PackReport
  /// Whether an image was not where the plan saw it, so that another attempt may do.
  private(set) var isStale = false
  private let dataset: Dataset
  private var plan: PackPlan
  private let layout: any PackLayout
  private let options: PackOptions
  private var sinks: [(sink: ArchiveSink, sha256: [UInt8])] = []

  init(_ dataset: Dataset, _ plan: PackPlan, _ layout: any PackLayout) throws {
    self.dataset = dataset
    self.plan = plan
    self.layout = layout
    options = layout.options
    report = PackReport(file: options.path)
    report.images = plan.images.count
    report.classes = plan.classes.count
    report.splits = plan.parts.count
    report.privateImages = plan.privateImages
    report.leftOut = plan.leftOut + plan.strays.count
    report.strays = plan.strays
    report.faults = try plan.faults + layout.faults(of: plan)
    if let split = options.split {
      report.emptyParts = split.shares.parts.filter { !plan.parts.contains($0) }
    }
    if plan.images.isEmpty, plan.faults.isEmpty {
      let way = plan.leftOut > 0 ? " but private ones, pack them with --include-private" : ""
      report.faults = [Finding(.emptyClass, dataset.path, "there is no image to pack\(way)")]
    }
  }

  /// Writes all archives and gives them their names, or says in ``report`` why not.
  mutating func write(_ progress: (_ done: Int, _ total: Int) -> Void) throws {
    guard report.faults.isEmpty else { return checkAll(progress) }
    try layout.prepare()
    var reader = PackReader(dataset: dataset)
    if options.treatment.isNeeded { try treat(&reader, progress) }
    guard report.faults.isEmpty, Interrupt.received == nil else { return }
    let volumes = layout.volumes(of: plan)
    guard volumes.count == 1 || options.path != "-" else {
      throw DatasetError.usage(
        "\(volumes.count) archives come out, which standard output cannot hold, give --output")
    }
    for volume in volumes where volume.path != "-" { try OutputCheck.refuseUnlessFile(volume.path) }
    try pack(volumes, reader, progress)
    guard report.faults.isEmpty, Interrupt.received == nil else { return }
    report.file = volumes[0].path
    report.bytes = sinks.reduce(0) { $0 + $1.sink.count }
    if volumes.count == 1 { report.sha256 = sinks[0].sha256 }
    try writeCompanions()
    report.files = sinks.map(\.sink.target)
    for (sink, _) in sinks { try sink.place() }
    report.staleShards = try staleShards(of: volumes)
  }

  /// Looks for bad images where there will be no archive anyway, so that one run names them all.
  private mutating func checkAll(_ progress: (_ done: Int, _ total: Int) -> Void) {
    var done = plan.compared
    let total = plan.compared + plan.images.count
    var packer = VolumePacker(PackReader(dataset: dataset), jobs: options.jobs)
    packer.check(plan.images) {
      done += 1
      progress(done, total)
    }
    report.faults += packer.faults.map(\.finding)
    report.faults.sort { $0.file < $1.file }
    isStale = packer.faults.contains(where: \.isGone)
  }

  /// The shard behind the last of each set, if an earlier run left one.
  private func staleShards(of volumes: [PackVolume]) throws -> [ByteString] {
    let written = Set(volumes.map(\.path))
    return try written.compactMap { ShardNames.next(after: $0) }
      .filter { try !written.contains($0) && Files.exists($0) }.sorted()
  }

  /// Treats all images before an archive is begun.
  private mutating func treat(
    _ reader: inout PackReader, _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws {
    let spool = try TreatmentSpool(in: layout.workFolder)
    var done = plan.compared
    let total = plan.compared + plan.images.count * 2
    let faults = try spool.treat(&plan, options.treatment, reader, jobs: options.jobs) {
      done += 1
      progress(done, total)
    }
    reader.spool = spool
    report.faults = faults.map(\.finding)
    isStale = faults.contains(where: \.isGone)
  }

  /// Writes the files beside the archives.
  private mutating func writeCompanions() throws {
    let archives = sinks.map { sink, sha256 in
      WrittenArchive(path: sink.target, bytes: sink.count, sha256: sha256)
    }
    for file in layout.companions(of: plan, archives) {
      let sink = try ArchiveSink(file.name)
      try sink.write(file.data.span)
      sinks.append((sink, try sink.flush()))
    }
  }

  private mutating func pack(
    _ volumes: [PackVolume], _ reader: PackReader, _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws {
    var packer = VolumePacker(reader, jobs: options.jobs)
    var done = plan.compared + (reader.spool == nil ? 0 : plan.images.count)
    let total = done + plan.images.count
    for volume in volumes where Interrupt.received == nil {
      let isHashed = options.tellsDigest || options.hasCroissant
      let sink = try ArchiveSink(volume.path, isHashed: isHashed)
      try layout.write(volume, of: plan, to: sink, with: &packer) {
        done += 1
        progress(done, total)
      }
      sinks.append((sink, try sink.flush()))
    }
    report.faults += packer.faults.map(\.finding)
    isStale = packer.faults.contains(where: \.isGone)
  }
}
