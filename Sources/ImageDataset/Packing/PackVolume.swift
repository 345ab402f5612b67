internal import ByteText

/// One archive of those that are written: its path and its images, in their order.
struct PackVolume {
  /// Where it goes, `-` for standard output.
  let path: ByteString
  let images: ArraySlice<PackPlan.Image>

  /// The parts its images are of, in the order train, val, test.
  var parts: [SplitPart] { Set(images.compactMap(\.part)).sorted() }
}
