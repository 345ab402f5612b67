internal import ByteText
internal import ImageCodec

/// What images are sorted by, as numbers that are ordered as it is.
struct ListKeys: Sendable {
  private let order: ListOrder?
  private let reference: UInt64?
  /// The places of names among all that are sorted by bytes, by their numbers.
  private let ranks: [UInt64]

  /// - Parameter reference: a fingerprint to be near to, which goes before any order.
  init(_ index: CatalogIndex, _ order: ListOrder?, _ reference: UInt64?) {
    self.order = order
    self.reference = reference
    var ranks: [UInt64] = []
    if order == .class || order == .by {
      let names = index.names
      ranks = [UInt64](repeating: 0, count: names.count)
      for (rank, number) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
        ranks[number] = UInt64(rank)
      }
    }
    self.ranks = ranks
  }

  func key(of entry: CatalogIndex.Entry) -> UInt64 {
    if let reference { return UInt64((entry.key ^ reference).nonzeroBitCount) }
    return switch order {
    case .added, .bytes, .height, .mode, .source, .width: entry.key
    case .by: ranks[Int(entry.owner)]
    case .class: ranks[Int(entry.className)]
    case .format: entry.format == .png ? 1 : 0
    case .id: entry.id.number
    case nil: 0
    }
  }
}
