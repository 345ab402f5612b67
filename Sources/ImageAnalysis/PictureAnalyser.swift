package import ImageCodec

/// Analyses a picture while its rows pass, without holding it.
package struct PictureAnalyser: RowConsumer {
  /// Makes an analyser of one picture.
  package init() {}

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
  }

  package mutating func row(_ y: Int, _ samples: Span<UInt8>) {
  }

  /// What the picture is like, once all rows have passed.
  ///
  /// `orientation` is the EXIF value (1…8): the fingerprint is of the upright picture.
  package consuming func finish(orientation: Int) -> PictureAnalysis {
    PictureAnalysis(colours: [], fingerprint: 0)
  }
}
