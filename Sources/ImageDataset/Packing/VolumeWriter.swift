internal import ByteText

/// What lies round the images of an archive.
protocol VolumeWriter {
  var sink: ArchiveSink { get }
  /// Writes what comes before an image's bytes.
  mutating func begin(_ image: PackPlan.Image, crc32: UInt32) throws
  /// Writes what comes after them.
  mutating func end(_ image: PackPlan.Image) throws
  /// Writes the end of the archive.
  mutating func finish() throws
}
