internal import ArchiveFormats
internal import ByteText

/// What the samples of a shard consist of: `ID.cls` with the index of the class, the image, and
/// `ID.json` with what is known of it.
struct TarSamples {
  private let indices: [ByteString: Int]
  private let metadata: MetadataFile
  /// The blocks that end an archive.
  static let endSize = 1024
  private static let blockSize = 512

  init(_ plan: PackPlan, _ options: PackOptions) {
    let numbered = plan.classes.enumerated().map { ($0.element, $0.offset) }
    indices = Dictionary(uniqueKeysWithValues: numbered)
    metadata = MetadataFile(plan, options)
  }

  /// The index of an image's class in decimal digits.
  func classIndex(_ image: PackPlan.Image) -> [UInt8] {
    Array(String(indices[image.place.className] ?? 0).utf8)
  }

  /// The object of `ID.json`; its `file_name` is the image's member.
  func facts(_ image: PackPlan.Image) -> [UInt8] {
    metadata.line(image, file: image.place.fileName)
  }

  /// How much a sample takes up, headers and padding included.
  func size(_ image: PackPlan.Image) -> Int {
    [classIndex(image).count, image.bytes, facts(image).count].reduce(0) { sum, size in
      sum + Self.blockSize + (size + Self.blockSize - 1) / Self.blockSize * Self.blockSize
    }
  }
}
