/// A byte string read as a POSIX path.
extension ByteString {
  private static let slash = UInt8(ascii: "/")

  /// This path, a slash where one is missing, and a component.
  package func appending(_ component: ByteString) -> ByteString {
    if isEmpty { return component }
    var path: [UInt8] = []
    path.reserveCapacity(count + component.count + 1)
    path += bytes
    if bytes.last != Self.slash { path.append(Self.slash) }
    path += component.bytes
    return ByteString(path)
  }

  /// What stands behind the last slash, trailing ones not counted; empty for the root.
  package var lastComponent: ByteString {
    let trimmed = withoutTrailingSlashes.bytes
    let start = trimmed.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0
    return ByteString(trimmed[start...])
  }

  /// What stands before the last component: `.` for a bare name, `/` at the root.
  package var parent: ByteString {
    let trimmed = withoutTrailingSlashes.bytes
    guard let cut = trimmed.lastIndex(of: Self.slash) else {
      return isEmpty || !trimmed.isEmpty ? "." : "/"
    }
    let above = ByteString(trimmed[..<cut]).withoutTrailingSlashes
    return above.isEmpty ? "/" : above
  }

  /// The path without slashes at its end; the root becomes empty.
  package var withoutTrailingSlashes: ByteString {
    let end = bytes.lastIndex { $0 != Self.slash }.map { $0 + 1 } ?? 0
    return end == bytes.count ? self : ByteString(bytes[..<end])
  }

  /// The components between slashes, empty ones and `.` left out.
  package var components: [ByteString] {
    split(on: Self.slash).filter { !$0.isEmpty && $0 != "." }
  }

  /// What stands behind the last dot of the last component, without the dot; empty if there is none,
  /// the name begins with its only dot, or it is `..`.
  package var pathExtension: ByteString {
    endingDot.map { ByteString(lastComponent.bytes[($0 + 1)...]) } ?? ""
  }

  /// The last component without its last dot and what follows it.
  package var stem: ByteString {
    endingDot.map { ByteString(lastComponent.bytes[..<$0]) } ?? lastComponent
  }

  /// The place in the last component of the dot between stem and ending.
  private var endingDot: Int? {
    let name = lastComponent
    guard let dot = name.bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0, name != ".." else {
      return nil
    }
    return dot
  }

  /// Whether the last component begins with a dot.
  package var isHidden: Bool {
    lastComponent.bytes.first == UInt8(ascii: ".")
  }
}
