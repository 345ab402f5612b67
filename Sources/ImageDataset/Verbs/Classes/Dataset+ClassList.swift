package import ByteText
internal import System

/// A class and what is known of it.
package struct ClassSummary: Sendable {
  package let name: ByteString
  /// Its place among the classes that hold images; nil for an empty one.
  package let index: Int?
  package let images: Int
  package let facts: ClassFacts
  /// Where its reference image lies, if that is still in the class.
  package let reference: ByteString?
}

extension Dataset {
  /// Every class of the tree, sorted by bytes, with its images and what the catalog notes of it.
  ///
  /// - Returns: the classes, and how many private images of others were not counted.
  package func classes(
    for contributor: ByteString
  ) throws -> (classes: [ClassSummary], leftOut: Int) {
    try told {
      let catalog = try CatalogIndex(CatalogFile(catalogPath))
      var summaries: [ClassSummary] = []
      var leftOut = 0
      var index = 0
      for name in try classNames() {
        var images = 0
        var reference: ByteString?
        let facts = catalog.classFacts[name] ?? ClassFacts()
        for entry in try FolderListing(of: path.appending(name)) {
          guard let place = ImagePlace(className: name, fileName: entry.name) else { continue }
          if let known = catalog.entries[place.id], known.visibility == .private,
            catalog.owner(of: known) != contributor
          {
            leftOut += 1
            continue
          }
          images += 1
          if place.id == facts.reference { reference = place.file }
        }
        summaries.append(
          ClassSummary(
            name: name, index: images > 0 ? index : nil, images: images, facts: facts,
            reference: reference))
        index += images > 0 ? 1 : 0
      }
      return (summaries, leftOut)
    }
  }
}
