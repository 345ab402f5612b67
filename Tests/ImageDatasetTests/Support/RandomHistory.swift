import ByteText
import ImageAnalysis
import ImageCodec

@testable import ImageDataset

/// Lines of catalogs in which a few images are added, changed, removed and added again at random.
struct RandomHistory {
  private var chance: SeededChance

  init(seed: Int) { chance = SeededChance(seed: UInt64(seed)) }

  /// The ids that may occur.
  static let ids = (0..<12).map { Samples.facts(UInt64($0) << 32).id }

  /// Up to so many lines.
  ///
  /// - Parameter padding: the bytes of lines of another type that stand between some of them.
  mutating func lines(_ most: Int, padding: Int = 0) -> [UInt8] {
    var lines: [UInt8] = []
    for _ in 0..<chance.below(most) {
      lines += change().line
      guard padding > 0, chance.below(8) == 0 else { continue }
      let text = String(repeating: "x", count: padding)
      lines += Array("{\"type\":\"later\",\"text\":\"\(text)\"}\n".utf8)
    }
    return lines
  }

  private static let names: [ByteString] = ["cat", "dog", "eel"]

  private static let sources: [ByteString] = [
    "a.png", "photos/2024/a.png", "photos/2024/b.png", "photos/2023/a.png", "/photos/20", "",
    ByteString([0x61, 0xFF]), "odd \"name\".png",
  ]

  private mutating func labels() -> [ByteString] {
    chance.below(3) == 0 ? [] : ["tabby"]
  }

  private mutating func record(_ number: Int) -> ImageRecord {
    var record = Samples.record(
      UInt64(number) << 32, in: Self.names[chance.below(3)],
      format: ImageFormat.allCases[chance.below(2)],
      visibility: chance.below(3) == 0 ? .private : .public)
    record.by = chance.below(3) == 0 ? "bob" : "ann"
    record.facts.bytes = 1 + chance.below(1_000)
    record.facts.width = 1 + chance.below(4)
    record.facts.height = 1 + chance.below(4)
    record.facts.orientation = 1 + chance.below(8)
    record.facts.mode = PixelMode.allCases[chance.below(PixelMode.allCases.count)]
    record.facts.colours = (0..<chance.below(4)).map { _ in
      DominantColour(
        red: UInt8(chance.below(256)), green: UInt8(chance.below(256)), blue: 9, share: 0.25)
    }
    // A line with these is read by the general reader.
    if chance.below(4) == 0 { record.facts.warnings = ["odd"] }
    if chance.below(8) == 0 { record.labels = labels() }
    record.source = Self.sources[chance.below(Self.sources.count)]
    record.added = Timestamp(seconds: chance.below(3) * 1_000_000_000)
    record.facts.fingerprint ^= UInt64(chance.below(1 << 20))
    if chance.below(4) == 0 { record.suggested = [Suggestion(className: "cat", score: 0.5)] }
    return record
  }

  private mutating func change() -> CatalogRecord {
    let number = chance.below(12)
    let id = Samples.facts(UInt64(number) << 32).id
    let name = Self.names[chance.below(3)]
    let change: CatalogRecord.Change =
      switch chance.below(14) {
      case 0: .labelled(id, className: name, from: nil)
      case 12: .labelled(id, className: name, from: nil, labels: labels())
      case 13: .described(id, chance.below(3) == 0 ? "" : "A Red one")
      case 1: .visibility(id, chance.below(2) == 0 ? .private : .public)
      case 2, 3: .removed(id, className: name)
      case 4: .classRenamed(from: name, to: Self.names[chance.below(3)])
      default: .added(record(number))
      }
    var by: ByteString = "ann"
    var time = Samples.time
    if case .added(let record) = change { (by, time) = (record.by, record.added) }
    return CatalogRecord(time: time, by: by, change: change)
  }
}

/// Numbers that are the same for the same seed (xorshift64*).
private struct SeededChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }
}
