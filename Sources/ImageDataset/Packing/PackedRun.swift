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
  /// The bytes of the images that are held, one behind the other; what follows them means nothing.
  private(set) var content: [UInt8]
  /// How many bytes are held.
  private var held = 0
  /// One for each image.
  private(set) var outcomes: [Outcome] = []

  /// - Parameter memory: what is filled, of any size and content.
  init(_ images: ArraySlice<PackPlan.Image>, in memory: [UInt8]) {
    self.images = images
    content = memory
  }

  /// What the images that are held need of memory, and a byte that tells when one is longer.
  static func room(for images: ArraySlice<PackPlan.Image>, holding most: Int) -> Int {
    images.reduce(1) { $0 + ($1.bytes <= most ? $1.bytes : 0) }
  }

  /// Adds an image that is held, which `read` puts at a place of the memory.
  ///
  /// - Parameter read: gives the image's checksum; nil if what it read is not the image.
  /// - Returns: whether it was.
  mutating func hold(
    _ image: PackPlan.Image, _ read: (inout [UInt8], Int) throws -> UInt32?
  ) -> Bool {
    guard held + image.bytes < content.count, let crc32 = try? read(&content, held) else {
      return false
    }
    held += image.bytes
    outcomes.append(.held(crc32: crc32))
    return true
  }

  /// Adds an image that was read elsewhere, or says why it is none.
  mutating func add(_ result: Result<PackedImage, PackFault>) {
    switch result {
    case .failure(let fault): outcomes.append(.failed(fault))
    case .success(let packed):
      guard let own = packed.content else {
        outcomes.append(.checked(packed))
        return
      }
      content.replaceSubrange(held..<min(held + own.count, content.count), with: own)
      held += own.count
      outcomes.append(.held(crc32: packed.crc32))
    }
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
