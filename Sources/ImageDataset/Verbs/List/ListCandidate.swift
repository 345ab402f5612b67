internal import ByteText
internal import ImageCodec

/// An image that fits, and where it belongs among the others.
struct ListCandidate: Sendable {
  let id: ImageID
  private var number = 0
  private var text: ByteString = ""

  /// Takes what to sort by: the distance from a fingerprint if there is one, else what `order` says.
  init(_ record: ImageRecord, _ order: ListOrder?, _ reference: UInt64?) {
    let facts = record.facts
    id = facts.id
    if let reference {
      number = (facts.fingerprint ^ reference).nonzeroBitCount
      return
    }
    switch order {
    case .added: number = record.added.seconds
    case .by: text = record.by
    case .bytes: number = facts.bytes
    case .class: text = record.className
    case .format: text = ByteString(facts.format.name)
    case .height: number = facts.height
    case .id: text = facts.id.text
    case .mode: text = ByteString(facts.mode.name)
    case .source: text = record.source
    case .width: number = facts.width
    case nil: return
    }
  }

  /// Sorts, equal ones in the order they were in; or all of that the other way round.
  static func sorted(_ candidates: [ListCandidate], isReversed: Bool) -> [ListCandidate] {
    let places = candidates.indices.sorted { left, right in
      let (first, second) = (candidates[left], candidates[right])
      if first.number != second.number { return first.number < second.number }
      if first.text != second.text { return first.text < second.text }
      return left < right
    }
    return (isReversed ? places.reversed() : places).map { candidates[$0] }
  }
}
