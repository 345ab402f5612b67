extension Timestamp {
  /// The seconds that a date (a whole day in UTC) or a date and time (one second) covers; nil for
  /// anything else.
  package static func period(_ text: ByteString) -> Range<Int>? {
    guard let start = Timestamp(text) else { return nil }
    return start.seconds..<start.seconds + (text.count == 10 ? 86_400 : 1)
  }
}
