package import ImageCodec

/// Measures a picture's quality and makes its thumbnail while its rows pass.
package struct PictureMeasurer: RowConsumer {
  private let wantsLikeness: Bool
  private let wantsQuality: Bool
  private var rows: EightBitRows<MeasuredRows>?

  /// Makes a measurer of one picture.
  package init(likeness: Bool, quality: Bool) {
    wantsLikeness = likeness
    wantsQuality = quality
  }

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    rows = EightBitRows(layout) { layout in
      MeasuredRows(
        grid: LumaGrid(layout: layout),
        samples: wantsQuality ? SampleHistograms(layout: layout) : nil)
    }
  }

  package mutating func row(_ y: Int, _ row: Span<UInt8>) {
    rows?.take(y, row)
  }

  /// What was measured, once all rows have passed.
  ///
  /// `orientation` is the EXIF value (1…8): the thumbnail is of the upright picture.
  package consuming func finish(orientation: Int) -> PictureMeasures {
    guard let rows else { return PictureMeasures() }
    let grid = rows.consumer.grid
    var measures = PictureMeasures()
    if wantsLikeness {
      let thumbnail = LikenessThumbnail(grid, orientation: orientation)
      measures.thumbnail = thumbnail
      measures.signature = LikenessSignature(thumbnail)
    }
    if let samples = rows.consumer.samples {
      let sharpness = Sharpness(grid, width: rows.layout.width, height: rows.layout.height)
      measures.quality = QualityMeasures(samples, sharpness)
    }
    return measures
  }
}

/// What is measured on one row after the other.
private struct MeasuredRows: EightBitRowConsumer {
  var grid: LumaGrid
  var samples: SampleHistograms?

  mutating func take(_ y: Int, _ row: Span<UInt8>) {
    grid.take(y, row)
    samples?.take(y, row)
  }
}

/// What ``PictureMeasurer`` found; nil where it was not asked for.
package struct PictureMeasures: Sendable {
  package var thumbnail: LikenessThumbnail?
  /// Nil of a picture without structure, too.
  package var signature: LikenessSignature?
  package var quality: QualityMeasures?

  init() {}
}
