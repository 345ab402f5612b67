internal import ArchiveFormats
internal import ByteText
internal import System

/// Which archives come out, what they are called and what is in them.
struct PackLayout {
  let dataset: Dataset
  let options: PackOptions

  init(_ dataset: Dataset, _ options: PackOptions) {
    self.dataset = dataset
    self.options = options
  }

  /// What was asked for as output, `-` for standard output.
  var path: ByteString {
    switch options.output {
    case .file(let path): path
    case .standardOutput: "-"
    }
  }

  /// The date of every entry.
  private var date: Timestamp { options.date ?? Timestamp(year: 1980, month: 1, day: 1) }

  /// Refuses an output inside the dataset.
  func checkOutput() throws {
    guard case .file(let file) = options.output else { return }
    try OutputCheck.refuseUnlessFile(file)
    let folder = try Files.resolved(file.parent)
    guard folder == dataset.resolvedPath || folder.hasPrefix(dataset.resolvedPath.appending(""))
    else { return }
    throw DatasetError.usage(
      "the output '\(file.displayed)' lies inside the dataset, write it elsewhere with --output")
  }

  /// Refuses a class that has the name of one of the archive's own files.
  func checkNames(_ plan: PackPlan) throws(DatasetError) {
    guard options.split == nil, !options.isPlain else { return }
    let own = [CardFile.name, ClassesFile.name, MetadataFile.name, SumsFile.name]
    guard let name = plan.classes.first(where: own.contains) else { return }
    throw .usage("the class '\(name.displayed)' has the name of a file of the archive, rename it")
  }

  /// Removes what killed runs left beside the output.
  func sweep() throws(SystemError) {
    if case .file(let path) = options.output { try Leftovers.sweep(path.parent) }
  }

  /// The archives, in the order they are written.
  func volumes(of plan: PackPlan) throws(DatasetError) -> [PackVolume] {
    guard options.isSplitIntoFiles else {
      return [PackVolume(path: path, images: plan.images[...])]
    }
    return plan.images[...].runs { $0.part == $1.part }
      .sorted { ($0.first?.part?.rawValue ?? 0) < ($1.first?.part?.rawValue ?? 0) }
      .map { images in
        let part = images.first?.part.map { "_" + $0.name } ?? ""
        return PackVolume(path: path.inserting(part), images: images)
      }
  }

  /// The description that goes beside the archives.
  func croissant(of plan: PackPlan, _ archives: [CroissantFile.Archive]) -> ZipText {
    let file = CroissantFile(
      datasetName: dataset.name, plan: plan, archives: archives, date: options.date)
    let name = CroissantFile.name(of: dataset.name)
    return ZipText(name: path.parent.appending(name), data: file.text)
  }

  /// Writes one archive.
  func write(
    _ volume: PackVolume, of plan: PackPlan, to sink: ArchiveSink, with packer: inout VolumePacker,
    _ progress: () -> Void
  ) throws {
    let texts = ZipText.all(for: volume.images, of: plan, options, called: dataset.name)
    var writer = ZipVolumeWriter(sink, top: dataset.name, texts: texts, date: date)
    try packer.write(volume, &writer, progress)
  }
}

extension ByteString {
  /// The path with some text before the ending of its last component.
  fileprivate func inserting(_ text: ByteString) -> ByteString {
    let ending = pathExtension
    guard !ending.isEmpty else { return self + text }
    return ByteString(bytes.dropLast(ending.count + 1)) + text + "." + ending
  }
}
