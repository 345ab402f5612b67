package import ByteText

/// Who asks for a change of images.
package struct Requester: Sendable {
  package let contributor: ByteString
  /// Whether images of other contributors are changed, too.
  package let isForced: Bool

  package init(_ contributor: ByteString, isForced: Bool = false) {
    self.contributor = contributor
    self.isForced = isForced
  }

  /// Whether changing an image takes force.
  ///
  /// One that the catalog lacks is nobody's.
  ///
  /// - Throws: ``Refusal`` with the owner's name if it does and force was not asked for.
  func needsForce(
    for entry: CatalogIndex.Entry?, in index: CatalogIndex, named image: ByteString
  ) throws(Refusal) -> Bool {
    guard let entry else { return false }
    let owner = index.owner(of: entry)
    if owner == contributor { return false }
    guard isForced else {
      throw Refusal(
        source: image, code: .notYours,
        message: "it was added by '\(owner.displayed)', change it all the same with --force")
    }
    return true
  }
}
