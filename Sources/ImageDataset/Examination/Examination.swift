internal import ArchiveFormats
internal import ByteText
internal import ImageAnalysis
internal import ImageCodec
internal import System

/// What reading a file once to its last byte has shown.
struct Examination: Sendable {
  /// What is to be found out beyond the verdict.
  struct Depth: OptionSet, Sendable {
    let rawValue: Int
    /// Colours and fingerprint.
    static let analysis = Depth(rawValue: 1)
    /// A hash of the decoded pixels.
    static let pixels = Depth(rawValue: 2)
    /// The digest of a file that is no sound image, too.
    static let digestOfRefused = Depth(rawValue: 4)
    /// The thumbnail by which near-duplicates are found.
    static let likeness = Depth(rawValue: 8)
    /// How well the picture can be seen.
    static let quality = Depth(rawValue: 16)
    /// Sums of the samples, for their mean and deviation.
    static let statistics = Depth(rawValue: 32)
    /// What a learner sees of the picture.
    static let sketch = Depth(rawValue: 64)

    /// The least side that is needed of a picture, as `DecodeOptions` has it.
    ///
    /// All pixels where they count, twice a thumbnail's for the analysis, and one where only the
    /// verdict is asked for: every coefficient is read at any scale.
    var enoughSide: Int {
      if !isDisjoint(with: [.pixels, .likeness, .quality, .statistics]) { return 0 }
      if contains(.analysis) { return 192 }
      return contains(.sketch) ? PictureSketcher.enoughSide : 1
    }
  }

  /// The digest of the bytes, 32 bytes; empty for a refused file unless asked for.
  var sha256: [UInt8] = []
  var bytes = 0
  /// The facts, or why the file is no sound image.
  var verdict: Result<ImageFacts, DecodeRefusal>
  var pixels: PixelHash.Value?
  var measures: PictureMeasures?
  var statistics: PixelStatistics?
  var sketch: PictureSketch?

  /// Reads and decodes a stream.
  ///
  /// - Parameter copy: takes each piece of the stream as it passes, and says whether it could.
  static func of(
    _ source: any ByteStream, depth: Depth, maxPixels: Int, budget: MemoryBudget,
    copyingTo copy: ((Span<UInt8>) -> Bool)? = nil
  ) -> Examination {
    let stream = HashingStream(source, copyingTo: copy)
    var options = DecodeOptions()
    options.maxPixels = maxPixels
    options.enoughSide = depth.enoughSide
    var rows = ExaminationRows(depth, budget: budget)
    do {
      defer { budget.release(rows.reserved) }
      let info = try decodeImage(from: stream, options: options, into: &rows)
      let sha256 = stream.sha256()
      let analysis = rows.analyser?.finish(orientation: info.orientation)
      let facts = ImageFacts(
        sha256: sha256, bytes: stream.count, crc32: stream.crc32, format: info.header.format,
        width: info.header.width,
        height: info.header.height, orientation: info.orientation, mode: info.header.mode,
        colours: analysis?.colours ?? [], fingerprint: analysis?.fingerprint ?? 0,
        icc: info.iccProfile.map { ByteString($0) }, hasGPS: info.hasGPS,
        warnings: info.warnings.map { ByteString($0) })
      return Examination(
        sha256: sha256, bytes: stream.count, verdict: .success(facts),
        pixels: rows.pixels?.finish(),
        measures: rows.measurer?.finish(orientation: info.orientation),
        statistics: rows.statistics,
        sketch: rows.sketcher?.finish(orientation: info.orientation))
    } catch {
      var examination = Examination(bytes: stream.count, verdict: .failure(error))
      if depth.contains(.digestOfRefused), error.code != .readFailed {
        stream.drain()
        examination.bytes = stream.count
        examination.sha256 = stream.sha256()
      }
      return examination
    }
  }
}
