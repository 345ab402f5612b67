internal import ByteText

/// Images that must stay in one part: those of one patient, product or video, and near-duplicates.
///
/// Groups that share an image are one group (union-find by size). An image never named is a group of
/// its own.
struct SplitGroups: Sendable {
  private var parents: [ImageID: ImageID] = [:]
  private var sizes: [ImageID: Int] = [:]

  /// Puts images, and the groups they are in, into one group.
  mutating func join(_ ids: some Sequence<ImageID>) {
    var joined: ImageID?
    for id in ids {
      let root = root(id)
      guard let other = joined, other != root else {
        joined = root
        continue
      }
      let (small, large) = size(root) < size(other) ? (root, other) : (other, root)
      parents[small] = large
      sizes[large] = size(large) + size(small)
      joined = large
    }
  }

  /// The image that stands for the group of another.
  func representative(of id: ImageID) -> ImageID {
    var id = id
    while let parent = parents[id] { id = parent }
    return id
  }

  private func size(_ root: ImageID) -> Int {
    sizes[root] ?? 1
  }

  private func root(_ id: ImageID) -> ImageID {
    representative(of: id)
  }
}
