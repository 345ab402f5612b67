internal import ArchiveFormats
internal import ByteText
internal import System

/// Gives the images of a plan their parts.
struct PackSplitter {
  let dataset: Dataset
  let options: PackOptions

  /// Says the part of every image, if a split is asked for.
  ///
  /// Nothing but the images that are packed has a say: those left out are not even looked at.
  ///
  /// - Parameter progress: is told how many images of how many were compared.
  /// - Throws: ``DatasetError``: `usage` for earlier splits or groups that do not fit.
  func split(
    _ plan: inout PackPlan, progress: (_ done: Int, _ total: Int) -> Void
  ) throws {
    guard let split = options.split, plan.faults.isEmpty else { return }
    let earlier = try earlierParts(of: plan, split)
    var planner = SplitPlanner(
      shares: split.shares, order: ContentOrder(seed: options.seed), earlier: earlier)
    try split.groups?.join(plan.images, into: &planner.groups)
    let areNew = plan.images.contains { earlier[$0.id] == nil }
    if split.keepsNearDuplicatesTogether, areNew {
      let passes = options.treatment.isNeeded ? 3 : 2
      let search = NearDuplicates(reader: PackReader(dataset: dataset), jobs: options.jobs)
      try search.join(plan.images.map(\.place), into: &planner.groups) {
        progress($0, passes * plan.images.count)
      }
      plan.compared = plan.images.count
    }
    let parts = planner.parts(
      of: plan.images.map {
        SplitPlanner.Item(id: $0.id, className: $0.place.className, sha256: $0.originalDigest.bytes)
      })
    for (place, part) in zip(plan.images.indices, parts) { plan.images[place].part = part }
  }

  private func earlierParts(
    of plan: PackPlan, _ split: PackOptions.Split
  ) throws(DatasetError) -> [ImageID: SplitPart] {
    var earlier: [ImageID: SplitPart] = [:]
    for path in split.earlier {
      earlier.merge(try EarlierSplit.read(path)) { first, _ in first }
    }
    for image in plan.images {
      guard let part = earlier[image.id], !split.shares.parts.contains(part) else { continue }
      throw DatasetError.usage(
        "image \(image.id.text.displayed) was in '\(part.name.displayed)', give '--split' three weights"
      )
    }
    return earlier
  }
}
