package import ByteText
internal import ImageCodec
internal import System

/// What is done to images on their way out.
package struct PixelTreatment: Sendable {
  /// A box and how pictures are fitted into it.
  package struct Resize: Sendable {
    let width: Int
    let height: Int
    let fit: ResizePlan.Fit

    /// - Parameter fit: `contain`, `cover` or `stretch`; the first if none is given.
    package init(width: Int, height: Int, fit: ByteString?) {
      self.width = width
      self.height = height
      self.fit = fit.flatMap { ResizePlan.Fit(rawValue: $0.displayed) } ?? .contain
    }
  }

  package var resize: Resize?
  /// Whether the EXIF orientation is applied.
  package var makesUpright = false
  /// Whether metadata is taken away.
  package var strips = false
  /// Of a JPEG that is encoded anew.
  package var quality = 92

  package init() {}

  /// Whether anything is done at all.
  package var isNeeded: Bool { resize != nil || makesUpright || strips }

  /// An image as it goes into the archive.
  struct Result: Sendable {
    let bytes: [UInt8]
    let shape: PictureShape
    let encoding: TreatedImage.Encoding
  }

  /// Treats an image; nil if nothing changes.
  ///
  /// Pixels are touched only where a size or an orientation asks for it: all else is lossless. What is
  /// encoded anew keeps its colour profile and, unless it is made upright, its orientation, and no
  /// other metadata. The box is that of the picture as stored, or upright if it is made so.
  ///
  /// - Throws: ``DecodeRefusal`` if it cannot be decoded, taken apart or encoded.
  func apply(
    to bytes: [UInt8], _ shape: PictureShape, budget: MemoryBudget
  ) throws(DecodeRefusal) -> Result? {
    let turn = makesUpright ? shape.orientation : 1
    if let plan = plan(for: shape, turn: turn) {
      var rows = TreatmentRows(Resampler(plan), budget: budget)
      return try encode(&rows, bytes, shape, plan.enoughSide(of: (shape.width, shape.height)), turn)
    }
    if turn != 1 {
      var rows = TreatmentRows(PixelCollector(), budget: budget)
      return try encode(&rows, bytes, shape, 0, turn)
    }
    guard strips else { return nil }
    guard
      let stripped = ImageMetadata.stripped(
        bytes, format: shape.format, orientation: shape.orientation)
    else { throw refusal("its metadata cannot be told from its pixels", shape) }
    return stripped == bytes
      ? nil
      : Result(
        bytes: stripped, shape: shape, encoding: .stripped)
  }

  /// How a picture as stored is made another size; nil if it has the size already.
  private func plan(for shape: PictureShape, turn: Int) -> ResizePlan? {
    guard let resize else { return nil }
    let isTurned = turn >= 5
    let box = isTurned ? (resize.height, resize.width) : (resize.width, resize.height)
    let plan = ResizePlan(from: (shape.width, shape.height), to: box, fit: resize.fit)
    return plan.width == shape.width && plan.height == shape.height ? nil : plan
  }

  private func encode(
    _ rows: inout TreatmentRows<some TreatedRows>, _ bytes: [UInt8], _ shape: PictureShape,
    _ enoughSide: Int, _ turn: Int
  ) throws(DecodeRefusal) -> Result {
    var options = DecodeOptions()
    options.maxPixels = .max
    options.enoughSide = enoughSide
    defer { rows.release() }
    _ = try decodeImage(from: BytesStream(bytes), options: options, into: &rows)
    let picture = rows.inner.picture.upright(from: turn)
    guard let encoded = encodeImage(picture, as: shape.format, quality: quality) else {
      throw refusal("it cannot be encoded at that size", shape)
    }
    let orientation = turn == 1 ? shape.orientation : 1
    let isInk = shape.mode == .cmyk8 || shape.mode == .ycck8
    let dressed = ImageMetadata.dressed(
      encoded, like: bytes, format: shape.format, orientation: orientation, keepsProfile: !isInk)
    return Result(
      bytes: dressed,
      shape: PictureShape(
        width: picture.layout.width, height: picture.layout.height, orientation: orientation,
        mode: picture.mode, format: shape.format),
      encoding: shape.format == .jpeg ? .jpeg(quality: quality) : .png)
  }

  private func refusal(_ message: String, _ shape: PictureShape) -> DecodeRefusal {
    DecodeRefusal(code: .corrupt, mediaType: shape.format.mediaType, message: message)
  }
}
