internal import ArchiveFormats
internal import ByteText
internal import System

/// Which archives come out, what they are called and what is in them.
protocol PackLayout {
  var options: PackOptions { get }

  /// Refuses an output that lies inside the dataset, or is not of the kind that is needed.
  func checkOutput() throws
  /// What keeps images from lying in such archives.
  func faults(of plan: PackPlan) throws(DatasetError) -> [Finding]
  /// Makes the place ready.
  func prepare() throws(SystemError)
  /// Where files that are in work may be.
  var workFolder: ByteString { get }
  /// The archives, in the order they are written.
  func volumes(of plan: PackPlan) -> [PackVolume]
  /// Writes one archive.
  func write(
    _ volume: PackVolume, of plan: PackPlan, to sink: ArchiveSink, with packer: inout VolumePacker,
    _ progress: () -> Void
  ) throws
  /// The files that go beside the archives, by their paths.
  func companions(of plan: PackPlan, _ archives: [WrittenArchive]) -> [ZipText]
}

/// An archive as it will lie at its place.
struct WrittenArchive {
  let path: ByteString
  let bytes: Int
  let sha256: [UInt8]
}

extension PackOptions {
  /// What was asked for as output, `-` for standard output.
  var path: ByteString {
    switch output {
    case .file(let path): path
    case .standardOutput: "-"
    }
  }

  /// The date of every entry.
  var entryDate: Timestamp { date ?? Timestamp(year: 1980, month: 1, day: 1) }
}

extension Dataset {
  /// Refuses a folder for outputs that lies inside the dataset.
  func checkOutside(_ folder: ByteString, _ output: ByteString) throws {
    let folder = try Files.resolved(folder)
    guard folder == resolvedPath || folder.hasPrefix(resolvedPath.appending("")) else { return }
    throw DatasetError.usage(
      "the output '\(output.displayed)' lies inside the dataset, write it elsewhere")
  }
}
