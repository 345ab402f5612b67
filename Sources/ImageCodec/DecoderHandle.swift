internal import CImageCodecs

/// Owns the C decoder of one stream, and turns its return codes into refusals.
///
/// Beside ``RowBuffer`` no other type of this module holds a pointer. One handle serves one stream, on one thread.
@safe struct DecoderHandle: ~Copyable {
  private let pointer: OpaquePointer
  private let source: StreamBox
  private(set) var mediaType: String?

  init(reading stream: any ByteStream, options: DecodeOptions) throws(DecodeRefusal) {
    let source = StreamBox(stream: stream)
    var limits = imgds_limits(options)
    let context = unsafe Unmanaged.passUnretained(source).toOpaque()
    guard let pointer = unsafe imgds_decoder_create(readStream, context, &limits) else {
      throw DecodeRefusal(code: .limits, mediaType: nil, message: "memory is out")
    }
    unsafe self.pointer = pointer
    self.source = source
  }

  deinit {
    unsafe imgds_decoder_destroy(pointer)
  }

  /// Tells the format from the first bytes; nil when it is neither.
  mutating func recognise() throws(DecodeRefusal) -> ImageFormat? {
    var format: Int32 = 0
    try check(unsafe imgds_decoder_recognise(pointer, &format))
    let found: ImageFormat? =
      switch Int(format) {
      case IMGDS_FORMAT_JPEG: .jpeg
      case IMGDS_FORMAT_PNG: .png
      default: nil
      }
    mediaType = found?.mediaType
    return found
  }

  /// Reads up to the image data and applies the limits.
  func open() throws(DecodeRefusal) -> imgds_facts {
    var facts = imgds_facts()
    try check(unsafe imgds_decoder_open(pointer, &facts))
    return facts
  }

  /// Makes the large allocations and starts decoding.
  func start() throws(DecodeRefusal) {
    try check(unsafe imgds_decoder_start(pointer))
  }

  /// Decodes as many rows as a buffer has room for; returns how many came.
  func decodeRows(into buffer: borrowing RowBuffer) throws(DecodeRefusal) -> Int {
    var count: UInt32 = 0
    try check(unsafe imgds_decoder_rows(pointer, buffer.room, &count))
    return Int(count)
  }

  /// Reads to the end of the image and of the stream; returns their lengths.
  func finish() throws(DecodeRefusal) -> (image: Int, total: Int) {
    var image: UInt64 = 0
    var total: UInt64 = 0
    try check(unsafe imgds_decoder_finish(pointer, &image, &total))
    return (Int(image), Int(total))
  }

  var warnings: [String] {
    let count = unsafe imgds_decoder_warnings(pointer)
    return (0..<count).map { text(IMGDS_TEXT_WARNING, index: $0) }
  }

  var prefixIsWhole: Bool { unsafe imgds_decoder_prefix_is_whole(pointer) != 0 }

  /// A copy of one of the blocks the decoder keeps, at most 64 KiB.
  func block(_ what: Int, index: UInt32 = 0) -> [UInt8] {
    let count = unsafe imgds_decoder_copy(pointer, Int32(what), index, nil, 0)
    var bytes = [UInt8](repeating: 0, count: count)
    _ = unsafe imgds_decoder_copy(pointer, Int32(what), index, &bytes, count)
    return bytes
  }

  func text(_ what: Int, index: UInt32 = 0) -> String {
    String(decoding: block(what, index: index), as: UTF8.self)
  }

  private func check(_ result: Int32) throws(DecodeRefusal) {
    let code: DecodeRefusal.Code
    switch Int(result) {
    case IMGDS_DONE: return
    case IMGDS_LIMITS, IMGDS_NO_MEMORY: code = .limits
    case IMGDS_UNSUPPORTED: code = .unsupportedFormat
    case IMGDS_READ_FAILED: code = .readFailed
    default: code = .corrupt
    }
    throw DecodeRefusal(code: code, mediaType: mediaType, message: text(IMGDS_TEXT_FAILURE))
  }
}
