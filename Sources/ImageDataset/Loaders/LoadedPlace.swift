internal import ByteText

/// Where a loader puts an image.
struct LoadedPlace: Equatable {
  /// The empty name where there are no splits.
  let split: ByteString
  /// Nil where the image has no label.
  let className: ByteString?
  /// How often the same image is there.
  var times = 1
}
