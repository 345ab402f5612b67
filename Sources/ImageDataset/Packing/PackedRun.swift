internal import ByteText

/// Images of an archive that are read together, as they lie in it, and what became of each.
///
/// One task for each of 50,000 small files would cost as much as reading them.
struct PackedRun: Sendable {
  enum Outcome: Sendable {
    /// It and what lies round it are the next of ``content``, up to `end`.
    case held(crc32: UInt32, end: Int)
    /// It is too large to be held, and is read again when it is written.
    case checked(PackedImage)
    case failed(PackFault)
  }

  let images: ArraySlice<PackPlan.Image>
  /// The images that are held, one behind the other, each within its frame.
  private(set) var content: [UInt8]
  /// One for each image.
  private(set) var outcomes: [Outcome] = []

  /// The most bytes of several images together.
  fileprivate static let mostBytes = 1 << 18
  /// What frames usually take up.
  private static let frameRoom = 1 << 16

  /// - Parameter memory: what is filled, empty.
  init(_ images: ArraySlice<PackPlan.Image>, in memory: [UInt8]) {
    self.images = images
    content = memory
    outcomes.reserveCapacity(images.count)
  }

  /// The memory that a run needs if it is not to grow; no less than others need, so that they can use
  /// it after this one.
  static func room(for images: ArraySlice<PackPlan.Image>, holding most: Int) -> Int {
    let bytes = images.reduce(0) { $0 + ($1.bytes <= most ? $1.bytes : 0) }
    return max(bytes, mostBytes) + frameRoom
  }

  /// Adds an image that is held, whose bytes `read` appends.
  ///
  /// - Parameter read: tells whether what it read is the image.
  /// - Returns: whether it was.
  mutating func hold(
    _ image: PackPlan.Image, crc32: UInt32, in frame: some ImageFrame,
    _ read: (inout [UInt8]) throws -> Bool
  ) -> Bool {
    let start = content.count
    frame.appendHead(of: image, crc32: crc32, to: &content)
    guard (try? read(&content)) == true else {
      content.removeSubrange(start...)
      return false
    }
    frame.appendTail(of: image, to: &content)
    outcomes.append(.held(crc32: crc32, end: content.count))
    return true
  }

  /// Adds an image that was read elsewhere, or says why it is none.
  mutating func add(
    _ image: PackPlan.Image, _ result: Result<PackedImage, PackFault>, in frame: some ImageFrame
  ) {
    switch result {
    case .failure(let fault): outcomes.append(.failed(fault))
    case .success(let packed):
      guard let own = packed.content else {
        outcomes.append(.checked(packed))
        return
      }
      _ = hold(image, crc32: packed.crc32, in: frame) { content in
        content += own
        return true
      }
    }
  }
}

extension ArraySlice<PackPlan.Image> {
  private static let mostImages = 256

  /// Takes away the first images, as many as are read together; nil if there are none.
  ///
  /// - Parameter cuts: indices that no run reaches over.
  mutating func popRun(cuts: [Int] = []) -> ArraySlice<PackPlan.Image>? {
    let last = Swift.min(cuts.first { $0 > startIndex } ?? endIndex, endIndex)
    var end = startIndex
    var bytes = 0
    while end < last, end - startIndex < Self.mostImages {
      bytes += self[end].bytes
      if end > startIndex, bytes > PackedRun.mostBytes { break }
      end += 1
    }
    guard end > startIndex else { return nil }
    defer { self = self[end...] }
    return self[..<end]
  }
}
