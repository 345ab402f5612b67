/// A byte string read as a POSIX path.
extension ByteString {
  private static let slash = UInt8(ascii: "/")

  /// This path, a slash where one is missing, and a component.
  package func appending(_ component: ByteString) -> ByteString {
    if isEmpty { return component }
    return bytes.last == Self.slash ? self + component : self + "/" + component
  }

  /// What stands behind the last slash, trailing slashes left out; empty for the root.
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
    return cut == 0 ? "/" : ByteString(trimmed[..<cut]).withoutTrailingSlashes
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

  /// What stands behind the last dot of the last component, without the dot; empty if there is none
  /// or the name begins with its only dot.
  package var pathExtension: ByteString {
    let name = lastComponent.bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return "" }
    return ByteString(name[(dot + 1)...])
  }

  /// The last component without its last dot and what follows it.
  package var stem: ByteString {
    let name = lastComponent.bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return ByteString(name) }
    return ByteString(name[..<dot])
  }

  /// Whether the last component begins with a dot.
  package var isHidden: Bool {
    lastComponent.bytes.first == UInt8(ascii: ".")
  }
}
