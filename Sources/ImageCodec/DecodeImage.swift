internal import CImageCodecs

/// Decodes one picture to its last byte, handing its rows to a consumer as they come.
///
/// Rows are 8-bit or 16-bit whole samples. Palettes become RGB, or RGB and alpha where a tRNS chunk is;
/// gray of 1, 2 and 4 bits is multiplied by 255, 85 and 17; a colour key becomes alpha; 16 bits stay 16.
/// CMYK and YCCK become RGB by R = C·K/255 on inverted values, which are the stored ones when the JPEG
/// has an Adobe marker. No gamma or ICC profile is applied.
///
/// Corrupt is whatever loses or invents pixels: a stream that ends too early, a missing EOI or IEND,
/// coded data that does not parse or is left over, a wrong CRC of a critical chunk, a wrong Adler-32.
/// What leaves all pixels decoded is a warning: bytes after the end of the image, a wrong CRC of an
/// ancillary chunk, other complaints of libjpeg and libpng.
///
/// - Parameters:
///   - stream: read once, in pieces; on success to its end.
///   - options: the limits, and the scale.
///   - rows: on failure it may have been given some of the rows.
/// - Returns: what is known of the picture.
/// - Throws: ``DecodeRefusal``, with the MIME type of the bytes whatever they are.
package func decodeImage<Rows: RowConsumer>(
  from stream: any ByteStream, options: DecodeOptions, into rows: inout Rows
) throws(DecodeRefusal) -> ImageInfo {
  var decoder = try DecoderHandle(reading: stream, options: options)
  guard let format = try decoder.recognise() else { throw refusalOfOtherType(decoder) }
  let facts = try decoder.open()
  let header = try ImageHeader(facts, format: format)
  let layout = PixelLayout(
    width: Int(facts.row_width), height: Int(facts.rows), channels: Int(facts.channels),
    bitDepth: Int(facts.row_depth))
  rows.begin(header, layout: layout, workingBytes: Int(facts.working_bytes))
  try decoder.start()
  try deliverRows(of: decoder, layout: layout, to: &rows)
  let length = try decoder.finish()
  let exif = ExifFacts(decoder.block(IMGDS_BLOCK_EXIF))
  return ImageInfo(
    header: header, orientation: exif.orientation, iccProfile: profileName(decoder),
    hasGPS: exif.hasGPS, warnings: decoder.warnings, imageBytes: length.image,
    totalBytes: length.total)
}

/// Rows cross from C in batches of about 16 KiB: few calls, and the batch stays in the nearest cache.
private func deliverRows<Rows: RowConsumer>(
  of decoder: borrowing DecoderHandle, layout: PixelLayout, to rows: inout Rows
) throws(DecodeRefusal) {
  let bytesPerRow = layout.bytesPerRow
  let batch = min(layout.height, max(1, 16_384 / bytesPerRow))
  let buffer = RowBuffer(rows: batch, bytesPerRow: bytesPerRow)
  var y = 0
  while y < layout.height {
    let count = try decoder.decodeRows(into: buffer)
    for index in 0..<count { buffer.withRow(index) { rows.row(y + index, $0) } }
    y += count
  }
}

private func refusalOfOtherType(_ decoder: borrowing DecoderHandle) -> DecodeRefusal {
  let prefix = decoder.block(IMGDS_BLOCK_PREFIX)
  guard !prefix.isEmpty else {
    return DecodeRefusal(code: .empty, mediaType: nil, message: "the file is empty")
  }
  let type = detectMediaType(prefix.span, isWhole: decoder.prefixIsWhole)
  return DecodeRefusal(
    code: type.isImage ? .unsupportedFormat : .notImage, mediaType: type.name,
    message: type.isImage
      ? "\(type.name) is not supported, only jpeg and png are"
      : "neither a jpeg nor a png: \(type.name)")
}

private func profileName(_ decoder: borrowing DecoderHandle) -> String? {
  let profile = decoder.block(IMGDS_BLOCK_ICC)
  guard !profile.isEmpty else { return nil }
  if let name = iccProfileName(profile) { return name }
  let given = String(
    String.UnicodeScalarView(decoder.block(IMGDS_TEXT_ICC_NAME).map(Unicode.Scalar.init)))
  return given.isEmpty ? "unnamed" : given
}
