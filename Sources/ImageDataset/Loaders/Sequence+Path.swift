internal import ByteText

extension Sequence<ByteString> {
  /// The components joined by slashes.
  var path: ByteString {
    reduce(into: ByteString()) { $0 = $0.appending($1) }
  }
}
