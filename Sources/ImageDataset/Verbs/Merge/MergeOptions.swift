package import ByteText

/// What `merge` is asked to do.
package struct MergeOptions: Sendable {
  /// The datasets to take in, in order: what the first says of a card counts before the second's.
  package var parts: [Dataset]
  package var contributor: ByteString
  package var jobs = 1
  package var maxPixels = 178_956_970

  package init(_ parts: [Dataset], contributor: ByteString) {
    self.parts = parts
    self.contributor = contributor
  }
}
