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
  private let layout: PackLayout
  private let options: PackOptions
  private var sinks: [(sink: ArchiveSink, sha256: [UInt8])] = []

  init(_ dataset: Dataset, _ plan: PackPlan, _ layout: PackLayout) {
    self.dataset = dataset
    self.plan = plan
    self.layout = layout
    options = layout.options
    report = PackReport(file: layout.path)
    report.images = plan.images.count
    report.classes = plan.classes.count
    report.splits = plan.parts.count
    report.privateImages = plan.privateImages
    report.leftOut = plan.leftOut + plan.strays.count
    report.strays = plan.strays
    report.faults = plan.faults
    if let split = options.split {
      report.emptyParts = split.shares.parts.filter { !plan.parts.contains($0) }
    }
    if plan.images.isEmpty, plan.faults.isEmpty {
      report.faults = [Finding(.emptyClass, dataset.path, "there is no image to pack")]
    }
  }

  /// Writes all archives and gives them their names, or says in ``report`` why not.
  mutating func write(_ progress: (_ done: Int, _ total: Int) -> Void) throws {
    guard report.faults.isEmpty else { return }
    let volumes = try layout.volumes(of: plan)
    try layout.sweep()
    try pack(volumes, PackReader(dataset: dataset), progress)
    guard report.faults.isEmpty, Interrupt.received == nil else { return }
    report.file = volumes[0].path
    report.bytes = sinks.reduce(0) { $0 + $1.sink.count }
    if volumes.count == 1 { report.sha256 = sinks[0].sha256 }
    if options.hasCroissant { try describe() }
    report.files = sinks.map(\.sink.target)
    for (sink, _) in sinks { try sink.place() }
  }

  private mutating func describe() throws {
    let archives = sinks.map { sink, sha256 in
      CroissantFile.Archive(name: sink.target.lastComponent, bytes: sink.count, sha256: sha256)
    }
    let file = layout.croissant(of: plan, archives)
    let sink = try ArchiveSink(file.name)
    try sink.write(file.data.span)
    sinks.append((sink, try sink.flush()))
  }

  private mutating func pack(
    _ volumes: [PackVolume], _ reader: PackReader, _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws {
    var packer = VolumePacker(reader, jobs: options.jobs)
    var done = 0
    let total = plan.images.count
    for volume in volumes where Interrupt.received == nil {
      let sink = try ArchiveSink(volume.path)
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
