internal import ByteText
internal import ImageCodec
internal import System

/// Finds out what goes into an archive: the tree says which images, the catalog what is known of them.
struct PackPlanner {
  let dataset: Dataset
  let options: PackOptions

  func plan() throws -> PackPlan {
    let file = try CatalogFile(dataset.catalogPath)
    let index = try CatalogIndex(file)
    var plan = PackPlan()
    plan.card = index.card
    var places = try placesOnDisk(&plan)
    var facts = try recordedFacts(of: places, file, index, &plan)
    if !options.includesPrivate {
      places.removeAll { index.entries[$0.id]?.visibility == .private }
      plan.leftOut = plan.privateImages
    }
    try examineUnrecorded(places.filter { facts[$0] == nil }, &facts, &plan)
    try checkPresence(of: index, Set(facts.keys.map(\.id)), &plan)
    plan.images = places.compactMap { place in
      facts[place].map { PackPlan.Image(place: place, facts: $0) }
    }
    plan.faults.sort { $0.file < $1.file }
    return plan
  }

  /// Every image that lies under an id, sorted as the archive will be; the rest are strays.
  private func placesOnDisk(_ plan: inout PackPlan) throws -> [ImagePlace] {
    var places: [ImagePlace] = []
    for entry in try FolderListing(of: dataset.path)
    where entry.kind != .folder && entry.name != Dataset.catalogName
      && !Leftovers.isLeftover(entry.name)
    {
      plan.strays.append(entry.name)
    }
    for className in try dataset.classNames() {
      for entry in try FolderListing(of: dataset.path.appending(className)) {
        if let place = ImagePlace(className: className, fileName: entry.name),
          entry.kind == .regular
        {
          places.append(place)
        } else {
          plan.strays.append(className.appending(entry.name))
        }
      }
    }
    return places
  }

  private func recordedFacts(
    of places: [ImagePlace], _ file: borrowing CatalogFile, _ index: CatalogIndex,
    _ plan: inout PackPlan
  ) throws -> [ImagePlace: ImageFacts] {
    let wanted = Dictionary(grouping: places, by: \.id)
    var facts: [ImagePlace: ImageFacts] = [:]
    var privateImages = 0
    try file.forEachRecord(in: index) { record in
      for place in wanted[record.facts.id] ?? [] where place.format == record.facts.format {
        facts[place] = record.facts
        privateImages += record.visibility == .private ? 1 : 0
      }
    } fault: { _ in
    }
    plan.privateImages = privateImages
    return facts
  }

  /// Decodes images that the catalog lacks, so that the archive says the same of them as of others.
  private func examineUnrecorded(
    _ places: [ImagePlace], _ facts: inout [ImagePlace: ImageFacts], _ plan: inout PackPlan
  ) throws {
    let examiner = PictureExaminer(
      depth: [.analysis, .digestOfRefused], maxPixels: .max,
      budget: .forDecoding(jobs: options.jobs))
    let root = dataset.path
    var rest = places[...]
    var found: [(ImagePlace, ExaminedPicture)] = []
    mapInOrder(
      jobs: options.jobs, window: 64,
      next: { rest.popFirst() },
      work: { place in
        let picture = Picture(
          file: place.file, className: place.className, place: place,
          open: Picture.opener(root.appending(place.file)))
        return (place, examiner.examine(picture))
      },
      consume: { found.append($0) })
    for (place, examined) in found {
      if let own = examined.facts, own.id == place.id, own.format == place.format {
        facts[place] = own
      } else {
        var checks: [any Check] = [IntegrityCheck(), NameCheck()]
        for index in checks.indices { checks[index].look(at: examined) { plan.faults.append($0) } }
      }
    }
  }

  private func checkPresence(
    of index: CatalogIndex, _ present: Set<ImageID>, _ plan: inout PackPlan
  ) throws {
    let named = Set(plan.faults.map(\.file))
    for entry in index.entries.values where !present.contains(entry.id) {
      if entry.visibility == .private, !options.includesPrivate { continue }
      let format = try CatalogFile(dataset.catalogPath).format(at: entry.offset) ?? .jpeg
      let place = ImagePlace(className: index.className(of: entry), id: entry.id, format: format)
      guard !named.contains(place.file) else { continue }
      plan.faults.append(Finding(.missing, place.file, "the catalog has it, the folder does not"))
    }
  }
}
