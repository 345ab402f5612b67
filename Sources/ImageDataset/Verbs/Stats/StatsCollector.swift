internal import ByteText
internal import ImageCodec

/// Adds images up to a report; memory grows with the number of classes and sizes, not of images.
struct StatsCollector {
  private var report: StatsReport
  private var counts = StatsCounts()
  /// The classes by their numbers, and their numbers.
  private var names: [ByteString] = []
  private var numbers: [ByteString: Int] = [:]
  private var declared: Set<ByteString> = []

  init(name: ByteString) {
    report = StatsReport(name: name)
  }

  mutating func declare(_ className: ByteString) {
    declared.insert(className)
  }

  mutating func add(_ facts: ImageFacts, in className: ByteString, _ visibility: Visibility) {
    if numbers[className] == nil {
      numbers[className] = names.count
      names.append(className)
    }
    counts.add(facts, in: numbers[className] ?? 0, visibility)
  }

  /// Takes what was counted of classes that `names` says.
  mutating func take(_ counts: StatsCounts, _ names: [ByteString]) {
    self.counts = counts
    self.names = names
  }

  mutating func leaveOut(_ images: Int) {
    report.leftOut += images
  }

  mutating func note(_ fault: String) {
    report.faults.append(fault)
  }

  consuming func finish() -> StatsReport {
    var classes: [ByteString: StatsCounts.ClassCount] = [:]
    for name in declared { classes[name] = StatsCounts.ClassCount() }
    for (name, count) in zip(names, counts.classes) where count.images > 0 { classes[name] = count }
    report.images = counts.images
    report.bytes = counts.bytes
    report.privateImages = counts.privateImages
    for (format, count) in counts.formats.settled { report.formats[format.name] = count }
    for (mode, count) in counts.modes.settled { report.modes[mode.name] = count }
    report.orientations = counts.orientations.settled
    if counts.suggested > 0 {
      report.suggested = StatsReport.Suggested(
        images: counts.suggested, right: counts.suggestedRight)
    }
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
    report.width = Self.range(counts.widths.settled)
    report.height = Self.range(counts.heights.settled)
    report.colours = counts.colours.largest(5)
    return report
  }

  private static func range(_ counts: [Int: Int]) -> StatsReport.Range? {
    let sorted = counts.sorted { $0.key < $1.key }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let count = sorted.reduce(0) { $0 + $1.value }
    let middle = [(count - 1) / 2, count / 2].map { number(at: $0, in: sorted) ?? first.key }
    return StatsReport.Range(
      min: first.key, median: Double(middle[0] + middle[1]) / 2, max: last.key)
  }

  /// The number that stands at a place, counted from 0, of numbers that are sorted and counted.
  private static func number(at place: Int, in sorted: [(key: Int, value: Int)]) -> Int? {
    var passed = 0
    return sorted.first { _, count in
      passed += count
      return passed > place
    }?.key
  }
}
