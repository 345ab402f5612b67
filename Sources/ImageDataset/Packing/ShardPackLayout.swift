internal import ArchiveFormats
internal import ByteText
internal import ImageCodec
internal import System

/// Shards of tar for the `webdataset` library, and the classes beside them.
///
/// A set of shards has one part and one format, since Hugging Face refuses sets of both. Samples lie in
/// the order of their keys (``ContentOrder``), so classes are mixed and a reader that shuffles a window
/// of samples sees all of them.
struct ShardPackLayout: PackLayout {
  let dataset: Dataset
  let options: PackOptions
  /// The size of a shard if none is given, in bytes.
  private static let usualSize = 1_000_000_000

  func checkOutput() throws {
    guard case .file(let folder) = options.output else { return }
    let exists = try Files.exists(folder)
    try dataset.checkOutside(exists ? folder : folder.parent, folder)
    guard exists, try Files.status(folder).kind != .folder else { return }
    throw DatasetError.usage("the output '\(folder.displayed)' is no folder, shards go into one")
  }

  /// Samples are known by their ids, so one that lies in two classes would become one of both.
  func faults(of plan: PackPlan) throws(DatasetError) -> [Finding] {
    let holders = Dictionary(grouping: plan.images, by: \.id).values.filter { $0.count > 1 }
    return holders.map { images in
      let others = images.dropFirst().map { "'\($0.place.className.displayed)'" }
      return Finding(
        .sameBytesClasses, images[0].place.file,
        "it lies in \(others.joined(separator: ", ")) too, remove all but one")
    }.sorted { $0.file < $1.file }
  }

  var workFolder: ByteString {
    options.path == "-" ? Environment.temporaryFolder : options.path
  }

  func prepare() throws(SystemError) {
    guard case .file(let folder) = options.output else { return }
    if try !Files.exists(folder) { try Files.makeFolder(folder) }
    try Leftovers.sweep(folder)
  }

  func volumes(of plan: PackPlan) -> [PackVolume] {
    let order = ContentOrder(seed: options.seed)
    let keyed = plan.images.map { (key: order.key($0.originalDigest.bytes), image: $0) }
    let images = keyed.sorted { ($0.key, $0.image.id) < ($1.key, $1.image.id) }.map(\.image)
    let formats = ImageFormat.allCases.filter { format in
      images.contains { $0.place.format == format }
    }
    let parts: [SplitPart?] = plan.parts.isEmpty ? [nil] : plan.parts
    var volumes: [PackVolume] = []
    for format in formats {
      let middle = formats.count > 1 ? "-" + ByteString(format.fileExtension) : ""
      for part in parts {
        let name = dataset.name + middle + "-" + (part ?? .train).name
        let set = images.filter { $0.place.format == format && $0.part == part }
        if !set.isEmpty { volumes += self.volumes(set[...], name, plan) }
      }
    }
    let isStreamed = options.path == "-" && volumes.count == 1
    return isStreamed ? [PackVolume(path: "-", images: volumes[0].images)] : volumes
  }

  private func volumes(
    _ images: ArraySlice<PackPlan.Image>, _ name: ByteString, _ plan: PackPlan
  ) -> [PackVolume] {
    let samples = TarSamples(plan, options)
    let pieces = ShardNames.pieces(
      of: images, limit: options.shardSize ?? Self.usualSize, fixed: TarSamples.endSize
    ) { samples.size($0) }
    return pieces.enumerated().map { number, images in
      let file = ShardNames.name(name + ".tar", number)
      return PackVolume(path: Self.path(options.path, file), images: images)
    }
  }

  private static func path(_ folder: ByteString, _ file: ByteString) -> ByteString {
    folder == "." ? file : folder.appending(file)
  }

  func write(
    _ volume: PackVolume, of plan: PackPlan, to sink: ArchiveSink, with packer: inout VolumePacker,
    _ progress: () -> Void
  ) throws {
    var writer = TarVolumeWriter(sink, TarSamples(plan, options), date: options.entryDate)
    try packer.write(volume, &writer, progress)
  }

  func companions(of plan: PackPlan, _ archives: [WrittenArchive]) -> [ZipText] {
    guard options.path != "-" else { return [] }
    return [
      ZipText(name: Self.path(options.path, ClassesFile.name), data: ClassesFile.text(of: plan))
    ]
  }
}
