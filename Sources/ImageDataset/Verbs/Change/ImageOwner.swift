internal import ByteText

/// Who changes images, and whether those of others, too.
struct ImageOwner {
  let contributor: ByteString
  let isForced: Bool

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
