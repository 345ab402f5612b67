package import ByteText
internal import ImageAnalysis

/// A term that occurs among images, and how many of them it finds.
package struct SearchTag: Sendable, Hashable {
  /// The key of the term, in the order in which tags are told.
  package enum Key: String, CaseIterable, Sendable {
    case colour, `class`, label, by
  }

  package let key: Key
  package let value: ByteString
  package let images: Int

  /// The names of the colours that a picture is found by.
  package static func colours(of record: ImageRecord) -> [ByteString] {
    var names: [ByteString] = []
    for colour in ColourTerm.large(record.facts.colours)
    where !names.contains(ByteString(colour.name)) {
      names.append(ByteString(colour.name))
    }
    return names
  }
}

/// Counts the terms that find images.
struct TagCounts: Sendable {
  private struct Term: Hashable {
    let key: SearchTag.Key
    let value: ByteString
  }

  private(set) var images = 0
  private var counts: [Term: Int] = [:]

  mutating func add(_ record: ImageRecord) {
    images += 1
    var colours = Set<ByteString>()
    for name in SearchTag.colours(of: record) {
      colours.insert(name)
      if let basic = ColourNames.basicName(of: name.displayed) { colours.insert(ByteString(basic)) }
    }
    for name in colours { counts[Term(key: .colour, value: name), default: 0] += 1 }
    for label in Set(record.labels) { counts[Term(key: .label, value: label), default: 0] += 1 }
    counts[Term(key: .class, value: record.className), default: 0] += 1
    counts[Term(key: .by, value: record.by), default: 0] += 1
  }

  mutating func merge(_ other: TagCounts) {
    images += other.images
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// By key, the most frequent first, equal ones in the order of their bytes.
  var tags: [SearchTag] {
    let all = counts.map { SearchTag(key: $0.key, value: $0.value, images: $1) }
    return SearchTag.Key.allCases.flatMap { key in
      all.filter { $0.key == key }.sorted { ($1.images, $0.value) < ($0.images, $1.value) }
    }
  }
}
