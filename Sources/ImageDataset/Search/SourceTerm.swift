internal import ByteText

/// A condition on the path an image was added from: the whole of it, or whole components in a row.
struct SourceTerm: Sendable {
  /// What the path must hold, without slashes round it.
  private let components: [UInt8]

  /// Takes a path; slashes round it do not count.
  ///
  /// - Returns: nil for a path of slashes alone.
  init?(_ path: ByteString) {
    let trimmed = path.withoutTrailingSlashes.bytes.drop { $0 == Self.slash }
    guard !trimmed.isEmpty else { return nil }
    components = Array(trimmed)
  }

  private static let slash = UInt8(ascii: "/")

  /// Whether the path holds the components, each whole.
  func fits(_ path: Span<UInt8>) -> Bool {
    var start = 0
    while start + components.count <= path.count {
      let end = start + components.count
      if end == path.count || path[end] == Self.slash, holds(path, from: start) { return true }
      guard let next = path.firstIndex(of: Self.slash, in: start..<path.count) else { return false }
      start = next + 1
    }
    return false
  }

  private func holds(_ path: Span<UInt8>, from start: Int) -> Bool {
    components.indices.allSatisfy { path[start + $0] == components[$0] }
  }
}
