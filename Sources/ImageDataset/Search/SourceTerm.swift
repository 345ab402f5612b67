internal import ByteText

/// A condition on the path an image was added from: the whole of it, or whole components in a row.
struct SourceTerm: Sendable {
  private let components: [UInt8]

  /// Takes a path; slashes round it do not count.
  ///
  /// - Returns: nil for a path of slashes alone.
  init?(_ path: ByteString) {
    let trimmed = path.withoutTrailingSlashes.bytes.drop { $0 == UInt8(ascii: "/") }
    guard !trimmed.isEmpty else { return nil }
    components = [UInt8(ascii: "/")] + trimmed + [UInt8(ascii: "/")]
  }

  /// Whether the path holds the components, each whole.
  func fits(_ source: ByteString) -> Bool {
    let path = [UInt8(ascii: "/")] + source.bytes + [UInt8(ascii: "/")]
    guard path.count >= components.count else { return false }
    return (0...path.count - components.count).contains { start in
      path[start] == components[0] && path[start...].starts(with: components)
    }
  }
}
