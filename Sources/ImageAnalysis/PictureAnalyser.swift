package import ImageCodec

/// Analyses a picture while its rows pass, without holding it.
package struct PictureAnalyser: RowConsumer {
  private var reducer: ThumbnailReducer?

  /// Makes an analyser of one picture.
  package init() {}

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    guard layout.width > 0, layout.height > 0, 1...4 ~= layout.channels else { return }
    reducer = ThumbnailReducer(layout: layout)
  }

  package mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    reducer?.take(y, samples)
  }

  /// What the picture is like, once all rows have passed.
  ///
  /// `orientation` is the EXIF value (1…8): the fingerprint is of the upright picture.
  package consuming func finish(orientation: Int) -> PictureAnalysis {
    guard let thumbnail = reducer?.thumbnail else {
      return PictureAnalysis(colours: [], fingerprint: 0)
    }
    return PictureAnalysis(
      colours: DominantColours.of(thumbnail),
      fingerprint: Fingerprint.of(thumbnail, orientation: orientation))
  }
}
