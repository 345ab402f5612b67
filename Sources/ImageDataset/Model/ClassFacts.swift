package import ByteText

/// What people noted of a class: facts by their keys, and an image that shows it well.
package struct ClassFacts: Sendable, Equatable {
  package struct Fact: Sendable, Equatable {
    package var key: ByteString
    package var value: ByteString
  }

  /// In the order in which their keys were first given.
  package private(set) var facts: [Fact] = []
  package var reference: ImageID?

  package init() {}

  package var isEmpty: Bool { self == ClassFacts() }

  /// The value under a key; nil, or an empty one, takes the key away.
  package subscript(key: ByteString) -> ByteString? {
    get { facts.first { $0.key == key }?.value }
    set {
      let value = newValue.flatMap { $0.isEmpty ? nil : $0 }
      if let place = facts.firstIndex(where: { $0.key == key }) {
        if let value {
          facts[place].value = value
        } else {
          facts.remove(at: place)
        }
      } else if let value {
        facts.append(Fact(key: key, value: value))
      }
    }
  }

  /// Takes over what another says and this does not.
  package mutating func fillGaps(from other: ClassFacts) {
    for fact in other.facts where self[fact.key] == nil { self[fact.key] = fact.value }
    reference = reference ?? other.reference
  }
}
