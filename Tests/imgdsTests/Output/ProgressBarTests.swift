import Testing

@testable import imgds

@Suite struct ProgressBarTests {
  private let bar = ProgressBar(
    label: "adding", unit: "images", usesBlocks: false, clock: { .zero })

  @Test func `a known total gives a bar and the time left`() {
    #expect(
      bar.line(done: 2_000, total: 8_000, after: .seconds(4), width: 80)
        == "adding 2,000/8,000 images  [########                        ]  500/s  0:12 left")
  }

  @Test func `an unknown total gives the rate alone`() {
    #expect(
      bar.line(done: 15, total: nil, after: .seconds(10), width: 80) == "adding 15 images  1.5/s")
    #expect(bar.line(done: 0, total: nil, after: .zero, width: 80) == "adding 0 images")
  }

  @Test(arguments: [0, 1, 10, 30, 50, 79, 200])
  func `a line never fills the last column`(_ width: Int) {
    let line = bar.line(done: 9_999, total: 10_000, after: .seconds(1), width: width)
    #expect(line.count <= max(0, width - 1))
  }

  @Test func `more done than there was to do does no harm`() {
    let line = bar.line(done: 9, total: 3, after: .seconds(1), width: 60)
    #expect(line.hasSuffix("]  9/s  0:00 left") || line.hasSuffix("]  9.0/s  0:00 left"))
  }

  @Test func `it is drawn ten times a second and again after a message`() {
    let clock = Clock()
    var bar = ProgressBar(label: "a", unit: "b", usesBlocks: false, clock: { clock.time })
    #expect(bar.erase() == nil)
    #expect(bar.advance(to: 1, of: nil, width: 80) == "\r\u{1b}[Ka 1 b")
    clock.time = .milliseconds(99)
    #expect(bar.advance(to: 2, of: nil, width: 80) == nil)
    clock.time = .milliseconds(100)
    #expect(bar.advance(to: 3, of: nil, width: 80) == "\r\u{1b}[Ka 3 b  30/s")
    #expect(bar.erase() == "\r\u{1b}[K")
    #expect(bar.erase() == nil)
    #expect(bar.advance(to: 4, of: nil, width: 80) == "\r\u{1b}[Ka 4 b  40/s")
  }

  /// A clock that a test sets.
  private final class Clock {
    var time = Duration.zero
  }
}
