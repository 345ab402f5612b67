internal import ByteText
internal import ImageAnalysis
internal import ImageCodec

/// Adds images up to a report; memory grows with the number of classes and sizes, not of images.
struct StatsCollector: Sendable {
  private struct ClassCount {
    var images = 0
    var bytes = 0
  }

  private var report: StatsReport
  private var classes: [ByteString: ClassCount] = [:]
  private var widths: [Int: Int] = [:]
  private var heights: [Int: Int] = [:]
  private var colours = ColourSummary()

  init(name: ByteString) {
    report = StatsReport(name: name)
  }

  mutating func declare(_ className: ByteString) {
    classes[className, default: ClassCount()].images += 0
  }

  mutating func add(_ facts: ImageFacts, in className: ByteString, _ visibility: Visibility) {
    report.images += 1
    report.bytes += facts.bytes
    report.privateImages += visibility == .private ? 1 : 0
    classes[className, default: ClassCount()].images += 1
    classes[className, default: ClassCount()].bytes += facts.bytes
    report.formats[facts.format.name, default: 0] += 1
    report.modes[facts.mode.name, default: 0] += 1
    report.orientations[facts.orientation, default: 0] += 1
    widths[facts.width, default: 0] += 1
    heights[facts.height, default: 0] += 1
    colours.add(facts.colours)
  }

  /// Takes in what another has collected of the same set.
  mutating func merge(_ other: StatsCollector) {
    report.images += other.report.images
    report.bytes += other.report.bytes
    report.privateImages += other.report.privateImages
    report.formats.merge(other.report.formats, uniquingKeysWith: +)
    report.modes.merge(other.report.modes, uniquingKeysWith: +)
    report.orientations.merge(other.report.orientations, uniquingKeysWith: +)
    widths.merge(other.widths, uniquingKeysWith: +)
    heights.merge(other.heights, uniquingKeysWith: +)
    classes.merge(other.classes) {
      ClassCount(images: $0.images + $1.images, bytes: $0.bytes + $1.bytes)
    }
    colours.merge(other.colours)
  }

  mutating func leaveOut() {
    report.leftOut += 1
  }

  mutating func note(_ fault: String) {
    report.faults.append(fault)
  }

  consuming func finish() -> StatsReport {
    var index = 0
    report.classes = classes.sorted { $0.key < $1.key }.map { name, count in
      defer { index += count.images > 0 ? 1 : 0 }
      return StatsReport.Class(
        name: name, index: count.images > 0 ? index : nil, images: count.images, bytes: count.bytes)
    }
    let filled = report.classes.map(\.images).filter { $0 > 0 }
    if let least = filled.min(), let most = filled.max() {
      report.balance = Double(most) / Double(least)
    }
    report.width = Self.range(widths)
    report.height = Self.range(heights)
    report.colours = colours.largest(5)
    return report
  }

  private static func range(_ counts: [Int: Int]) -> StatsReport.Range? {
    let sorted = counts.sorted { $0.key < $1.key }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let middle = (sorted.reduce(0) { $0 + $1.value } + 1) / 2
    var passed = 0
    let median = sorted.first { _, count in
      passed += count
      return passed >= middle
    }
    return StatsReport.Range(min: first.key, median: median?.key ?? first.key, max: last.key)
  }
}
