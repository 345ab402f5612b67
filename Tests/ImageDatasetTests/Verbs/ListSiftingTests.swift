import ByteText
import ImageAnalysis
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

/// Asking lines while they are folded must say what asking each image's record afterwards says.
struct ListSiftingTests {
  private static let queries: [[ByteString]] = [
    [], ["cat"], ["CAT,bob"], ["red"], ["ann", "dog"], ["nothing"], ["tabby"], ["a red one"],
    ["class:cat"], ["class:cat,class:eel"], ["by:bob"], ["label:tabby"], ["is:private"],
    ["is:suggested"], ["suggested:cat"], ["id:0000000"], ["id:0000000300000000"], ["00000003"],
    ["colour:blue"], ["colour:red>=0.25"], ["colour:red>=0.26"], ["colour:#404009"],
    ["format:png"], ["mode:rgb8,mode:gray1,palette"], ["source:photos/2024"], ["source:a.png"],
    ["source:/20"], ["source:photos"], ["size:2x3"], ["width>=3", "height<4"],
    ["width>3,class:dog"],
    ["orientation=1"], ["bytes<=500"], ["added>=2020-01-01"], ["added<2001-09-10"],
  ]

  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  private func write(_ lines: [UInt8]) throws {
    try dir.write("pets/.imgds.jsonl", dir.read("pets/.imgds.jsonl") + lines)
  }

  /// What the contributor sees, each asked as it is after all lines.
  private func slowly(_ options: ListOptions) throws -> [ImageRecord] {
    let file = try CatalogFile(dataset.catalogPath)
    var records: [ImageRecord] = []
    try file.forEachRecord(in: try CatalogIndex(file)) { record in
      guard record.visibility == .public || record.by == options.contributor else { return }
      if options.query.fits(record) { records.append(record) }
    } fault: { _ in
    }
    return records
  }

  private func quickly(_ options: ListOptions) throws -> [ImageID] {
    var ids: [ImageID] = []
    let summary = try dataset.list(options, start: []) {
      $0.append($1.record.facts.id)
    } report: {
      ids += $0
    }
    var places: [ImagePlace] = []
    let again = try dataset.listPlaces(options, start: []) {
      $0 += $1
    } report: {
      places += $0
    }
    #expect(places.map(\.id) == ids)
    #expect(summary.images == ids.count)
    #expect(again.images == ids.count)
    #expect(again.leftOut == summary.leftOut)
    return ids
  }

  @Test(arguments: 0..<8)
  func `finds what fits the images one by one, whatever was done to them`(seed: Int) throws {
    var history = RandomHistory(seed: seed)
    try write(history.lines(80))
    for contributor in ["ann", "bob"] as [ByteString] {
      for query in Self.queries {
        var options = ListOptions(contributor: contributor)
        options.query = try SearchQuery(query)
        let all = try slowly(options).map(\.facts.id)
        #expect(try quickly(options) == all, "\(query) by \(contributor)")
        options.limit = 3
        #expect(try quickly(options) == Array(all.prefix(3)), "the first 3 of \(query)")
      }
    }
  }

  @Test(arguments: 0..<6, ListOrder.allCases)
  func `sorts as comparing each with each does`(seed: Int, order: ListOrder) throws {
    var history = RandomHistory(seed: seed)
    try write(history.lines(80))
    var options = ListOptions(contributor: "ann")
    options.query = try SearchQuery(seed % 2 == 0 ? [] : ["width>=2"])
    options.order = order
    let sorted = try Self.sorted(slowly(options), by: order).map(\.facts.id)
    #expect(try quickly(options) == sorted)
    options.isReversed = true
    #expect(try quickly(options) == sorted.reversed())
    options.limit = 2
    #expect(try quickly(options) == Array(sorted.reversed().prefix(2)))
  }

  @Test(arguments: 0..<6)
  func `gives the nearest first, equally near ones in the order they were added`(
    seed: Int
  ) throws {
    var history = RandomHistory(seed: seed)
    try write(history.lines(80))
    var options = ListOptions(contributor: "ann")
    let records = try slowly(options)
    guard let first = records.first else { return }
    options.like = first.facts.id.text
    let reference = first.facts.fingerprint
    let sorted = Self.sorted(records) { ($0.facts.fingerprint ^ reference).nonzeroBitCount }
    #expect(try quickly(options) == sorted.map(\.facts.id))
  }

  @Test func `keeps equal keys in order, whatever byte of them differs`() {
    var noise = Noise(seed: 1)
    for shift in stride(from: UInt64(0), to: 64, by: 4) {
      let keys = (0..<1_000).map { _ in UInt64(noise.byte()) << shift }
      var candidates = keys.enumerated().map { ListCandidate(key: $1, place: UInt32($0)) }
      ListCandidate.sort(&candidates)
      let sorted = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      #expect(candidates.map { Int($0.place) } == sorted)
    }
  }

  @Test func `looks no further than the limit, yet counts all it leaves out`() throws {
    var lines: [UInt8] = []
    for number in 1...5_000 as ClosedRange<UInt64> {
      var record = Samples.record(
        number << 40, visibility: number % 1_000 == 0 ? .private : .public)
      record.by = number % 2 == 0 ? "bob" : "ann"
      lines += CatalogRecord(time: Samples.time, by: record.by, change: .added(record)).line
    }
    try write(lines)
    var options = ListOptions(contributor: "ann")
    options.limit = 3
    let summary = try dataset.listPlaces(options, start: 0) { share, places in
      share += places.count
    } report: { _ in
    }
    #expect(summary.images == 3)
    #expect(summary.leftOut == 5)
  }

  private static func sorted(_ records: [ImageRecord], by order: ListOrder) -> [ImageRecord] {
    switch order {
    case .added: sorted(records) { $0.added.seconds }
    case .by: sorted(records) { $0.by }
    case .bytes: sorted(records) { $0.facts.bytes }
    case .class: sorted(records) { $0.className }
    case .format: sorted(records) { ByteString($0.facts.format.name) }
    case .height: sorted(records) { $0.facts.height }
    case .id: sorted(records) { $0.facts.id }
    case .mode: sorted(records) { ByteString($0.facts.mode.name) }
    case .source: sorted(records) { $0.source }
    case .width: sorted(records) { $0.facts.width }
    }
  }

  private static func sorted<Key: Comparable>(
    _ records: [ImageRecord], by key: (ImageRecord) -> Key
  ) -> [ImageRecord] {
    let keyed = records.enumerated().map { (key($1), $0) }
    return keyed.indices.sorted { keyed[$0] < keyed[$1] }.map { records[$0] }
  }
}
