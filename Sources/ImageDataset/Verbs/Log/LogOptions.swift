package import ByteText

/// What `log` is asked for.
package struct LogOptions: Sendable {
  /// Who must have done it.
  package var by: ByteString?
  /// The seconds since 1970 within which it must have been done.
  package var period: Range<Int> = .min..<Int.max
  /// The image it must have been done to: leading digits of its id, or a path.
  package var image: ByteString?

  package init() {}

  /// Reads `since` and `until`: dates, which are whole days in UTC, or dates and times (RFC 3339).
  ///
  /// - Returns: nil if one of them is neither.
  package static func period(since: ByteString?, until: ByteString?) -> Range<Int>? {
    var (start, end) = (Int.min, Int.max)
    if let since {
      guard let period = Timestamp.period(since) else { return nil }
      start = period.lowerBound
    }
    if let until {
      guard let period = Timestamp.period(until) else { return nil }
      end = period.upperBound
    }
    return start..<max(start, end)
  }
}

/// What a look through the log came to.
package struct LogSummary: Sendable {
  package var events = 0
  /// Lines of the catalog that are no records.
  package var faults: [CatalogFault] = []
  /// What to say of an image that was asked for and that the catalog never knew.
  package var unknown: String?
}
