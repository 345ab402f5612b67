/// One line of a terminal that says how far work is, how fast, and how long it will still take.
///
/// It only makes text; the console writes it. Drawn at most ten times a second.
struct ProgressBar {
  private static let interval = Duration.milliseconds(100)
  private static let eraser = "\r\u{1b}[K"

  private let label: String
  private let unit: String
  private let usesBlocks: Bool
  private let clock: () -> Duration
  private var drawnAt: Duration?
  private var isShown = false

  /// `clock` gives the time since the work began and never goes back.
  init(label: String, unit: String, usesBlocks: Bool, clock: @escaping () -> Duration) {
    self.label = label
    self.unit = unit
    self.usesBlocks = usesBlocks
    self.clock = clock
  }

  /// The text that draws the bar anew over the old one, or nil if it was drawn just now.
  mutating func advance(
    to done: Int, of total: Int?, width: @autoclosure () -> Int
  ) -> String? {
    let now = clock()
    if let drawnAt, now - drawnAt < Self.interval { return nil }
    drawnAt = now
    isShown = true
    return Self.eraser + line(done: done, total: total, after: now, width: width())
  }

  /// The text that takes the bar away, or nil if none is shown; the next advance draws it again.
  mutating func erase() -> String? {
    guard isShown else { return nil }
    isShown = false
    drawnAt = nil
    return Self.eraser
  }

  /// The line itself, at most `width` − 1 columns: a full last column would make terminals wrap.
  func line(done: Int, total: Int?, after elapsed: Duration, width: Int) -> String {
    let seconds = elapsed / .seconds(1)
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var front = "\(label) \(Quantity.grouped(done))"
    if let total { front += "/\(Quantity.grouped(total))" }
    front += " \(unit)"
    var back = rate > 0 ? "  \(Quantity.rate(rate))/s" : ""
    if let total, rate > 0 {
      back += "  \(Quantity.clock(Int((Double(max(0, total - done)) / rate).rounded(.up)))) left"
    }
    let room = width - 1 - front.count - back.count - 4
    if let total, total > 0, room >= 8 {
      let length = min(room, 40)
      let share = Double(done) / Double(total)
      let bar = HorizontalBar.text(share: share, width: length, usesBlocks: usesBlocks)
      front += "  [\(bar)\(String(repeating: " ", count: length - bar.count))]"
    }
    return String((front + back).prefix(max(0, width - 1)))
  }
}
