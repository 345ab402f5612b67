package import ImageCodec

/// Analyses a picture while its rows pass, without holding it.
package struct PictureAnalyser: RowConsumer {
  private var rows: EightBitRows<ThumbnailReducer>?

  /// Makes an analyser of one picture.
  package init() {}

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    rows = EightBitRows(layout, to: ThumbnailReducer.init)
  }

  package mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    rows?.take(y, samples)
  }

  /// What the picture is like, once all rows have passed.
  ///
  /// `orientation` is the EXIF value (1…8): the fingerprint is of the upright picture.
  package consuming func finish(orientation: Int) -> PictureAnalysis {
    guard let thumbnail = rows?.consumer.thumbnail else {
      return PictureAnalysis(colours: [], fingerprint: 0)
    }
    return PictureAnalysis(
      colours: DominantColours.of(thumbnail),
      fingerprint: Fingerprint.of(thumbnail, orientation: orientation))
  }
}
