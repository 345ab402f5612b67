internal import ByteText

/// What lies round the images of an archive.
///
/// The headers of images are made by the ``frame``, on the threads that read them; the writer sees to
/// the rest.
protocol VolumeWriter {
  associatedtype Frame: ImageFrame
  var sink: ArchiveSink { get }
  var frame: Frame { get }
  /// The indices of images that something else stands before, in order.
  var cuts: [Int] { get }
  /// Makes ready what takes time and needs no image; called or not.
  mutating func prepare()
  /// Writes what stands before an image other than its frame.
  mutating func reach(_ index: Int) throws
  /// Takes note of an image that comes next.
  mutating func note(_ image: PackPlan.Image, crc32: UInt32)
  /// Writes the end of the archive.
  mutating func finish() throws
}

/// The bytes round an image, the same wherever in the archive it lies.
protocol ImageFrame: Sendable {
  /// Appends what comes before an image's bytes.
  func appendHead(of image: PackPlan.Image, crc32: UInt32, to buffer: inout [UInt8])
  /// Appends what comes after them.
  func appendTail(of image: PackPlan.Image, to buffer: inout [UInt8])
}
