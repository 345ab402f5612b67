internal import ArchiveFormats
internal import ImageAnalysis
internal import System

/// Many pictures, each seen once, and which of them show the same.
///
/// Of a picture it keeps some 350 bytes and its thumbnail (in a ``PieceStore``); pictures of the
/// same pixels are kept as one.
struct LikenessCollection: Sendable {
  /// The searches that one thread does at a time.
  private static let chunk = 64

  private var index = LikenessIndex()
  private var store = PieceStore()
  private var known: [PixelHash.Value: Int] = [:]

  /// Adds a picture.
  ///
  /// - Returns: its number, that of the first of its pixels, or nil if it has no structure to be
  ///   recognised by.
  mutating func append(_ measures: PictureMeasures, pixels: PixelHash.Value?) -> Int? {
    if let pixels, let number = known[pixels] { return number }
    guard let thumbnail = measures.thumbnail, let signature = measures.signature else { return nil }
    let number = index.count
    index.append(signature)
    store.append(thumbnail.grey)
    if let pixels { known[pixels] = number }
    return number
  }

  /// The groups of pictures that show the same; asked for once.
  consuming func groups(jobs: Int) throws(SystemError) -> [LikenessGroups.Group] {
    known = [:]
    index.sort()
    try store.flush()
    let (index, store) = (index, store)
    var next = 0
    var links: [LikenessLink] = []
    try mapInOrder(
      jobs: jobs, window: 4 * jobs,
      next: { () throws(SystemError) in
        guard next < index.count, Interrupt.received == nil else { return nil }
        defer { next += Self.chunk }
        return next..<min(next + Self.chunk, index.count)
      },
      work: { Self.links(of: $0, in: index, store) },
      consume: { (found: Result<[LikenessLink], SystemError>) throws(SystemError) in
        links += try found.get()
      })
    return LikenessGroups.joined(Self.once(links))
  }

  /// Every pair once, with its greatest likeness.
  private static func once(_ links: [LikenessLink]) -> [LikenessLink] {
    let sorted = links.sorted { ($0.one, $0.other, $1.likeness) < ($1.one, $1.other, $0.likeness) }
    return sorted[...].runs { $0.one == $1.one && $0.other == $1.other }.map { $0[$0.startIndex] }
  }

  private static func links(
    of numbers: Range<Int>, in index: LikenessIndex, _ store: PieceStore
  ) -> Result<[LikenessLink], SystemError> {
    var links: [LikenessLink] = []
    do throws(SystemError) {
      for number in numbers {
        let candidates = index.candidates(of: number)
        if candidates.isEmpty { continue }
        let picture = ComparedPicture(LikenessThumbnail(grey: try store.piece(number)))
        for candidate in candidates {
          let grey = try store.piece(candidate.other)
          let other = ComparedPicture(LikenessThumbnail(grey: grey))
          let likeness = Alignment.likeness(of: other, candidate, to: picture)
          guard likeness >= Alignment.same else { continue }
          links.append(
            LikenessLink(
              one: min(number, candidate.other), other: max(number, candidate.other),
              likeness: likeness))
        }
      }
    } catch {
      return .failure(error)
    }
    return .success(links)
  }
}
