package import ByteText
internal import System

/// What is to be noted of a class.
package struct ClassDescription: Sendable {
  /// Values by their keys; an empty value takes the key away.
  package var facts: [(key: ByteString, value: ByteString)] = []
  /// The image to be its reference; empty for none.
  package var reference: ByteString?

  package init() {}

  /// Reads `KEY=VALUE`; nil without a key or an equals sign, or for what is no text.
  package static func fact(_ word: ByteString) -> (key: ByteString, value: ByteString)? {
    guard let sign = word.bytes.firstIndex(of: UInt8(ascii: "=")), word.isUTF8 else { return nil }
    let key = ByteString(word.bytes[..<sign])
    guard Contributor.fault(in: key) == nil else { return nil }
    return (key, ByteString(word.bytes[(sign + 1)...]))
  }
}

extension Dataset {
  /// Notes facts of a class, and an image that shows it well.
  ///
  /// - Throws: ``DatasetError``: `usage` if there is no such class; ``Refusal`` if the reference is
  ///   no image of it.
  package func describeClass(
    _ name: ByteString, _ description: ClassDescription, contributor: ByteString
  ) throws -> ClassReport {
    try told {
      var session = try ClassSession(self, contributor)
      guard session.tree.contains(name) else { throw session.unknown(name) }
      try session.checkName(of: name)
      let before = session.index.classFacts[name] ?? ClassFacts()
      var facts = before
      for (key, value) in description.facts { facts[key] = value }
      if let reference = description.reference {
        facts.reference = reference.isEmpty ? nil : try image(reference, in: name, session.tree)
      }
      var report = ClassReport()
      guard facts != before else {
        report.changes = [ClassChange(.unchanged, name)]
        return report
      }
      try session.record(.classDescribed(name, facts), in: [])
      report.changes = [ClassChange(.described, name)]
      return report
    }
  }

  private func image(
    _ argument: ByteString, in className: ByteString, _ tree: ClassTree
  ) throws -> ImageID {
    var locator = ImageLocator(tree)
    let place = try locator.locate(argument)
    guard place.className == className else {
      throw Refusal(
        source: argument, code: .conflict,
        message: "it is in class '\(place.className.displayed)'",
        holder: Refusal.Holder(id: place.id, className: place.className, file: place.file))
    }
    return place.id
  }
}
