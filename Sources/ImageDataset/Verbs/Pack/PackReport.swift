package import ByteText

/// What `pack` wrote.
package struct PackReport: Sendable {
  /// The archive's path, `-` for standard output; of several the first.
  package var file: ByteString
  /// Every file that was written, archives first.
  package var files: [ByteString] = []
  /// The size of all archives.
  package var bytes = 0
  /// The digest of the archive, 32 bytes; empty when there are several.
  package var sha256: [UInt8] = []
  package var images = 0
  package var classes = 0
  /// The parts that hold images; 0 without a split.
  package var splits = 0
  /// Private images among those asked for, packed or not.
  package var privateImages = 0
  /// Private images and strays that are not in the archive.
  package var leftOut = 0
  /// What stood in the way of an archive; then nothing was written.
  package var faults: [Finding] = []
  /// Files of the dataset that are no images of it.
  package var strays: [ByteString] = []
  /// Shards of an earlier run that a reader would take for more of these.
  package var staleShards: [ByteString] = []
  /// Parts of the split that no class has images for.
  package var emptyParts: [SplitPart] = []
}
