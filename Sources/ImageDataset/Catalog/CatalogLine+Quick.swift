internal import ArchiveFormats
internal import ByteText
internal import ImageCodec

extension CatalogLine {
  /// What the index needs of an `added` line, as places in the line.
  struct QuickHead {
    var id: ImageID
    var className: Range<Int>
    var time: Range<Int>
    var by: Range<Int>
    var digest: SHA256Digest
    var bytes: Int
    var format: ImageFormat
    var isPrivate: Bool
  }

  /// The image that a line adds, if it begins as ``CatalogRecord/line`` does; the rest of it is not
  /// looked at.
  static func quickID(_ line: Span<UInt8>) -> ImageID? {
    line.walk { cursor in
      guard cursor.take("{\"type\":\"added\",\"id\":\""), let id = cursor.hexadecimal16() else {
        return nil
      }
      return ImageID(number: id)
    }
  }

  /// Reads an `added` line that is written just as ``CatalogRecord/line`` writes it: beginning with
  /// type, id, class, time, by and the first facts, ending with the visibility.
  ///
  /// What stands between is not looked at: whoever only asks whose line it is need not read it whole.
  ///
  /// - Returns: nil for any other line, which is then to be read whole.
  static func quickHead(_ line: Span<UInt8>) -> QuickHead? {
    line.walk { quickHead(&$0) }
  }

  /// The same with a cursor, which is left behind the format.
  static func quickHead(_ cursor: inout LineCursor) -> QuickHead? {
    let isPrivate = cursor.ends(",\"visibility\":\"private\"}")
    guard isPrivate || cursor.ends(",\"visibility\":\"public\"}"),
      cursor.take("{\"type\":\"added\",\"id\":\""), let id = cursor.hexadecimal16(),
      cursor.take("\",\"class\":\""), let className = cursor.text(),
      cursor.take("\",\"time\":\""), let time = cursor.text(),
      cursor.take("\",\"by\":\""), let by = cursor.text(), cursor.take("\",\"sha256\":\"")
    else { return nil }
    guard cursor.hexadecimal16() == id, let second = cursor.hexadecimal16(),
      let third = cursor.hexadecimal16(), let fourth = cursor.hexadecimal16(),
      cursor.take("\",\"bytes\":"),
      let bytes = cursor.number()
    else { return nil }
    let format: ImageFormat
    if cursor.take(",\"format\":\"jpeg\",") {
      format = .jpeg
    } else if cursor.take(",\"format\":\"png\",") {
      format = .png
    } else {
      return nil
    }
    return QuickHead(
      id: ImageID(number: id), className: className, time: time, by: by,
      digest: SHA256Digest((id, second, third, fourth)), bytes: bytes, format: format,
      isPrivate: isPrivate)
  }
}
