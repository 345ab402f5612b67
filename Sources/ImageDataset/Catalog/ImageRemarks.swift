internal import ByteText

/// What people said of an image beyond its class.
struct ImageRemarks: Equatable {
  /// Extra labels, each once, sorted by bytes.
  var labels: [ByteString] = []
  var description: ByteString?

  init() {}

  /// Reads what an `added` line says.
  init(_ members: JSONMembers, of bytes: Span<UInt8>) {
    labels = members["labels"]?.texts(in: bytes) ?? []
    description = members["description"]?.text(in: bytes)
  }

  var isEmpty: Bool { labels.isEmpty && description == nil }
}
