internal import ByteText

/// Images of an archive that are read together, and what became of each.
///
/// One task for each of 50,000 small files would cost as much as reading them.
struct PackedRun: Sendable {
  enum Outcome: Sendable {
    /// Its bytes are the next of ``content``.
    case held(crc32: UInt32)
    /// It is too large to be held, and is read again when it is written.
    case checked(PackedImage)
    case failed(PackFault)
  }

  let images: ArraySlice<PackPlan.Image>
  /// The bytes of the images that are held, one behind the other.
  var content: [UInt8] = []
  /// One for each image.
  var outcomes: [Outcome] = []

  init(_ images: ArraySlice<PackPlan.Image>) {
    self.images = images
  }
}

extension ArraySlice<PackPlan.Image> {
  private static let mostImages = 256
  /// The most bytes of several images together.
  private static let mostBytes = 1 << 18

  /// Takes away the first images, as many as are read together; nil if there are none.
  mutating func popRun() -> ArraySlice<PackPlan.Image>? {
    var end = startIndex
    var bytes = 0
    while end < endIndex, end - startIndex < Self.mostImages {
      bytes += self[end].bytes
      if end > startIndex, bytes > Self.mostBytes { break }
      end += 1
    }
    guard end > startIndex else { return nil }
    defer { self = self[end...] }
    return self[..<end]
  }
}
