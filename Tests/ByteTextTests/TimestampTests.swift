import ByteText
import Testing

struct TimestampTests {
  /// Seconds by `date -u -d … +%s`.
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"),
      (951_868_799, "2000-02-29T23:59:59Z"), (1_709_164_800, "2024-02-29T00:00:00Z"),
      (4_107_542_400, "2100-03-01T00:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
      (315_532_800, "1980-01-01T00:00:00Z"), (2_147_483_648, "2038-01-19T03:14:08Z"),
      (-2_208_988_800, "1900-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
      (-62_167_219_200, "0000-01-01T00:00:00Z"),
    ] as [(Int, ByteString)])
  func `an instant and its text are one`(seconds: Int, text: ByteString) {
    #expect(Timestamp(seconds: seconds).text == text)
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test func `every day of four centuries comes back`() {
    var before = Timestamp(year: 1899, month: 12, day: 31).seconds
    for day in 0..<146_097 {
      let instant = Timestamp(seconds: -2_208_988_800 + day * 86_400)
      let date = instant.calendar
      #expect(Timestamp(year: date.year, month: date.month, day: date.day) == instant)
      #expect(instant.seconds - before == 86_400)
      before = instant.seconds
    }
  }

  @Test(
    arguments: [
      ("2026-01-31", 1_769_817_600), ("2026-01-31T23:59:59Z", 1_769_903_999),
      ("2026-01-31t23:59:59z", 1_769_903_999), ("2026-01-31 23:59:59Z", 1_769_903_999),
      ("2026-01-31T23:59:59.999Z", 1_769_903_999), ("2026-02-01T00:59:59+01:00", 1_769_903_999),
      ("2026-01-31T18:29:59-05:30", 1_769_903_999), ("2016-12-31T23:59:60Z", 1_483_228_800),
    ] as [(ByteString, Int)])
  func `reads dates, offsets and fractions`(text: ByteString, seconds: Int) {
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test(
    arguments: [
      "", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-01-00", "2026-02-29", "2100-02-29",
      "2026-04-31", "2026-01-32", "2026-01-31T", "2026-01-31T24:00:00Z", "2026-01-31T23:60:00Z",
      "2026-01-31T23:59:61Z", "2026-01-31T23:59:59", "2026-01-31T23:59:59.Z", "2026-01-31T23:59Z",
      "2026-01-31T23:59:59+0100", "2026-01-31T23:59:59+24:00", "2026-01-31T23:59:59Zx",
      "2026-01-31x", " 2026-01-31", "-026-01-31", "2026/01/31", "2026-01-31T23:59:59ZZ",
    ] as [ByteString])
  func `refuses what is no date`(text: ByteString) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `instants compare by time`() {
    #expect(Timestamp(seconds: -1) < Timestamp(seconds: 0))
    #expect(Timestamp(year: 2026, month: 1, day: 1) > Timestamp(year: 2025, month: 12, day: 31))
  }

  @Test(arguments: [Int.max, Int.min, 8_640_000_000_000_000 * 1_000 - 1])
  func `instants beyond any calendar stay exact and harmless`(seconds: Int) {
    let date = Timestamp(seconds: seconds).calendar
    #expect((1...12).contains(date.month))
    #expect((1...31).contains(date.day))
    #expect((0..<24).contains(date.hour))
    #expect((0..<60).contains(date.minute))
    #expect((0..<60).contains(date.second))
  }
}
