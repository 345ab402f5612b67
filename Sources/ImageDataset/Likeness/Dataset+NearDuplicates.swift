internal import ByteText
internal import System

extension Dataset {
  /// The groups of images that show the same picture, resized, re-compressed, cropped, turned or
  /// mirrored, by the order of their ids.
  ///
  /// Every image is decoded, on `jobs` threads; one that is no sound image is in no group.
  ///
  /// - Throws: ``SystemError`` if the dataset or a temporary file cannot be read or written.
  package func nearDuplicates(jobs: Int) throws -> [[ImageID]] {
    let subject = DatasetSubject(self)
    let examiner = PictureExaminer(
      depth: [.likeness, .pixels], maxPixels: .max, budget: .forDecoding(jobs: jobs))
    var collection = LikenessCollection()
    var ids: [Int: [ImageID]] = [:]
    try mapInOrder(
      jobs: jobs, window: 64,
      next: { Interrupt.received == nil ? try subject.next { _ in } : nil },
      work: { examiner.examine($0) },
      consume: { examined in
        guard let facts = examined.facts, let measures = examined.examination?.measures else {
          return
        }
        let number = try collection.append(measures, pixels: examined.examination?.pixels)
        if let number { ids[number, default: []].append(facts.id) }
      })
    var groups: [[ImageID]] = []
    var grouped: Set<Int> = []
    for group in try collection.groups(jobs: jobs) {
      groups.append(Set(group.members.flatMap { ids[$0] ?? [] }).sorted())
      grouped.formUnion(group.members)
    }
    for (number, same) in ids where !grouped.contains(number) && same.count > 1 {
      groups.append(Set(same).sorted())
    }
    return groups.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
