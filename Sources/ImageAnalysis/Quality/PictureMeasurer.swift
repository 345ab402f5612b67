package import ImageCodec

/// Measures a picture's quality and makes its thumbnail while its rows pass.
package struct PictureMeasurer: RowConsumer {
  private let wantsLikeness: Bool
  private let wantsQuality: Bool
  private var layout: PixelLayout?
  private var grid: LumaGrid?
  private var samples: SampleHistograms?
  private var narrowed: [UInt8] = []

  /// Makes a measurer of one picture.
  package init(likeness: Bool, quality: Bool) {
    wantsLikeness = likeness
    wantsQuality = quality
  }

  package mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    guard layout.width > 0, layout.height > 0, 1...4 ~= layout.channels else { return }
    self.layout = layout
    grid = LumaGrid(layout: layout)
    samples = wantsQuality ? SampleHistograms(layout: layout) : nil
  }

  package mutating func row(_ y: Int, _ row: Span<UInt8>) {
    guard let layout else { return }
    let count = layout.width * layout.channels
    guard row.count >= count * (layout.bitDepth / 8) else { return }
    guard layout.bitDepth == 16 else {
      grid?.take(y, row)
      samples?.take(y, row)
      return
    }
    var narrow: [UInt8] = []
    swap(&narrow, &narrowed)
    PixelRows.narrow(row, count: count, into: &narrow)
    grid?.take(y, narrow.span)
    samples?.take(y, narrow.span)
    swap(&narrow, &narrowed)
  }

  /// What was measured, once all rows have passed.
  ///
  /// `orientation` is the EXIF value (1…8): the thumbnail is of the upright picture.
  package consuming func finish(orientation: Int) -> PictureMeasures {
    guard let grid, let layout else { return PictureMeasures() }
    var measures = PictureMeasures()
    if wantsLikeness {
      let thumbnail = LikenessThumbnail(grid, orientation: orientation)
      measures.thumbnail = thumbnail
      measures.signature = LikenessSignature(thumbnail)
    }
    if let samples {
      let sharpness = Sharpness(grid, width: layout.width, height: layout.height)
      measures.quality = QualityMeasures(samples, sharpness)
    }
    return measures
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
