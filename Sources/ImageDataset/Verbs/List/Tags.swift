internal import System

/// The terms that occur among some images.
package struct TagsReport: Sendable {
  package let tags: [SearchTag]
  package let images: Int
  /// Private images of others.
  package let leftOut: Int
  package let faults: [CatalogFault]
}

extension Dataset {
  /// Counts the colours, classes, labels and contributors of the images that fit.
  package func tags(_ options: ListOptions) throws -> TagsReport {
    var counts = TagCounts()
    let summary = try list(options, start: TagCounts()) {
      $0.add($1.record)
    } report: {
      counts.merge($0)
    }
    return TagsReport(
      tags: counts.tags, images: counts.images, leftOut: summary.leftOut, faults: summary.faults)
  }
}
