internal import ArchiveFormats
internal import ByteText
internal import ImageCodec

extension CatalogLine {
  /// What the index needs of an `added` line, as places in the line.
  struct QuickHead {
    var id = ImageID(number: 0)
    var className = 0..<0
    var time = 0..<0
    var by = 0..<0
    /// Where the 64 digits begin.
    var sha256 = 0
    var bytes = 0
    var format = ImageFormat.jpeg
    var isPrivate = false

    /// The digest, whose digits were found to be such.
    func digest(in line: Span<UInt8>) -> SHA256Digest {
      line.walk(from: sha256) { cursor in
        let words = (
          cursor.hexadecimal16(), cursor.hexadecimal16(), cursor.hexadecimal16(),
          cursor.hexadecimal16()
        )
        return SHA256Digest((words.0 ?? 0, words.1 ?? 0, words.2 ?? 0, words.3 ?? 0))
      }
    }
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
    line.walk { cursor in
      var head = QuickHead()
      head.isPrivate = cursor.ends(",\"visibility\":\"private\"}")
      guard head.isPrivate || cursor.ends(",\"visibility\":\"public\"}"), head.read(&cursor) else {
        return nil
      }
      return head
    }
  }
}

extension CatalogLine.QuickHead {
  /// Reads all but the visibility; the cursor is left behind the format.
  ///
  /// - Returns: whether the line begins so; if not, what was read is of no use.
  @inline(__always)
  mutating func read(_ cursor: inout LineCursor) -> Bool {
    guard cursor.take("{\"type\":\"added\",\"id\":\""), let id = cursor.hexadecimal16(),
      cursor.take("\",\"class\":\""), let className = cursor.text(),
      cursor.take("\",\"time\":\""), let time = cursor.text(),
      cursor.take("\",\"by\":\""), let by = cursor.text(), cursor.take("\",\"sha256\":\"")
    else { return false }
    sha256 = cursor.place
    guard cursor.hexadecimal16() == id, cursor.skipHexadecimal(48), cursor.take("\",\"bytes\":"),
      let bytes = cursor.number()
    else { return false }
    if cursor.take(",\"format\":\"jpeg\",") {
      format = .jpeg
    } else if cursor.take(",\"format\":\"png\",") {
      format = .png
    } else {
      return false
    }
    (self.id, self.className, self.time) = (ImageID(number: id), className, time)
    (self.by, self.bytes) = (by, bytes)
    return true
  }
}
