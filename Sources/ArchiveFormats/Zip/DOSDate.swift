internal import ByteText

/// A date and time as MS-DOS wrote it: 1980 to 2107, even seconds, no time zone.
struct DOSDate: Hashable, Sendable {
  let date: UInt16
  let time: UInt16

  /// The nearest date to an instant, read in UTC.
  init(_ instant: Timestamp) {
    let first = Timestamp(year: 1980, month: 1, day: 1)
    let last = Timestamp(year: 2107, month: 12, day: 31, hour: 23, minute: 59, second: 58)
    let moment = min(max(instant, first), last).calendar
    date = UInt16((moment.year - 1980) << 9 | moment.month << 5 | moment.day)
    time = UInt16(moment.hour << 11 | moment.minute << 5 | moment.second / 2)
  }
}
