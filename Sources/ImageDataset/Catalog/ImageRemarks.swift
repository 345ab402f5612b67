internal import ByteText

/// What people said of an image beyond its class.
struct ImageRemarks: Equatable {
  /// Extra labels, each once, sorted by bytes.
  var labels: [ByteString] = []
  var description: ByteString?

  init() {}

  /// What an `added` line says.
  init(_ record: ImageRecord) {
    labels = record.labels
    description = record.description
  }

  var isEmpty: Bool { labels.isEmpty && description == nil }
}
