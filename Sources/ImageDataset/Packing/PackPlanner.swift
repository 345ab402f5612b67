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
    let places = PlaceList(try placesOnDisk(&plan))
    var images = try recordedImages(at: places, file, index)
    let unrecorded = places.all.indices.filter {
      images[$0] == nil && isWanted(index.entries[places.all[$0].id])
    }
    let shown = try unrecorded.filter {
      try options.includesPrivate || !isHidden(places.all[$0], index)
    }
    plan.leftOut = unrecorded.count - shown.count
    plan.privateImages = plan.leftOut
    for (number, record) in try examine(shown, of: places, index, &plan) {
      images[number] = known(record, at: places.all[number])
    }
    try checkPresence(of: index, file, places, &plan)
    plan.images.reserveCapacity(images.count)
    for known in images {
      guard let known, known.fits else { continue }
      plan.privateImages += known.isPrivate ? 1 : 0
      if known.isPrivate, !options.includesPrivate {
        plan.leftOut += 1
      } else {
        plan.images.append(known.image)
      }
    }
    plan.faults.sort { $0.file < $1.file }
    return plan
  }

  private func isWanted(_ entry: CatalogIndex.Entry?) -> Bool {
    options.includesPrivate || entry?.visibility != .private
  }

  /// Whether an image that the catalog lacks is private: nothing but its mode tells.
  private func isHidden(_ place: ImagePlace, _ index: CatalogIndex) throws(SystemError) -> Bool {
    guard index.entries[place.id] == nil else { return false }
    do {
      return try !ImageModes.isShown(Files.status(dataset.path.appending(place.file)).mode)
    } catch {
      guard error.isMissing else { throw error }
      return false
    }
  }

  /// Every image that lies under an id; the rest are strays.
  private func placesOnDisk(_ plan: inout PackPlan) throws -> [ImagePlace] {
    var places: [ImagePlace] = []
    for entry in try FolderListing(of: dataset.path)
    where entry.kind != .folder && entry.name != Dataset.catalogName
      && !Leftovers.isLeftover(entry.name)
    {
      plan.strays.append(entry.name)
    }
    for className in try dataset.classNames() {
      for entry in try entries(of: className, &plan) {
        if let place = ImagePlace(className: className, fileName: entry.name),
          entry.kind == .regular
        {
          places.append(place)
        } else {
          plan.strays.append(className.appending(entry.name))
        }
      }
    }
    return try settled(places)
  }

  /// What a class folder holds; of one that is gone or may not be listed nothing.
  private func entries(of className: ByteString, _ plan: inout PackPlan) throws -> [FolderEntry] {
    do throws(SystemError) {
      return Array(try FolderListing(of: dataset.path.appending(className)))
    } catch {
      guard error.isMissing || error.isForbidden else { throw error }
      if error.isMissing {
        plan.isStale = true
      } else {
        let message = "the folder could not be read: \(error.words)"
        plan.faults.append(Finding(.corrupt, className, message))
        plan.closedClasses.insert(className)
      }
      return []
    }
  }

  /// Drops where an image lay that was moved to another class between two listings.
  private func settled(_ places: [ImagePlace]) throws -> [ImagePlace] {
    let twins = PlaceList(places).twins
    guard !twins.isEmpty else { return places }
    let subject = DatasetSubject(dataset)
    let there = Set(twins.flatMap { subject.together($0.map(\.file)) })
    let doubtful = Set(twins.flatMap { $0.map(\.id) })
    return places.filter { !doubtful.contains($0.id) || there.contains($0.file) }
  }

  /// An image that is there, and whether it is asked for.
  private struct Known: Sendable {
    let image: PackPlan.Image
    let isPrivate: Bool
    let fits: Bool
  }

  private var keepsProvenance: Bool { options.tellsProvenance || options.split?.groups != nil }

  private func known(_ record: ImageRecord, at place: ImagePlace) -> Known {
    var record = record
    record.className = place.className
    return Known(
      image: PackPlan.Image(
        record, at: place,
        keepsProvenance: keepsProvenance),
      isPrivate: record.visibility == .private, fits: options.query.fits(record))
  }

  /// What the catalog says of each image; the class is that of the folder an image lies in.
  private func recordedImages(
    at places: PlaceList, _ file: CatalogFile, _ index: CatalogIndex
  ) throws -> [Known?] {
    var images = [Known?](repeating: nil, count: places.all.count)
    let isPlain = options.query.isEmpty && !keepsProvenance
    try file.mapRecords(in: index) { block in
      var found: [(number: Int, image: Known)] = []
      _ = block.read { entry, facts, line in
        guard isPlain, index.remarks[entry.id] == nil else { return false }
        for number in places.numbers(of: entry.id)
        where places.all[number].format == facts.head.format {
          let image = PackPlan.Image(facts, of: line, at: places.all[number])
          found.append(
            (number, Known(image: image, isPrivate: entry.visibility == .private, fits: true)))
        }
        return true
      } _: { record in
        for number in places.numbers(of: record.facts.id)
        where places.all[number].format == record.facts.format {
          found.append((number, known(record, at: places.all[number])))
        }
      }
      return found
    } consume: { found in
      for (number, image) in found { images[number] = image }
    }
    return images
  }

  /// Decodes images that the catalog lacks, so that the archive says the same of them as of others.
  private func examine(
    _ numbers: [Int], of places: PlaceList, _ index: CatalogIndex, _ plan: inout PackPlan
  ) throws -> [(number: Int, record: ImageRecord)] {
    let examiner = PictureExaminer(
      depth: [.analysis, .digestOfRefused], maxPixels: .max,
      budget: .forDecoding(jobs: options.jobs))
    let root = dataset.path
    var rest = numbers[...]
    var found: [(Int, ExaminedPicture)] = []
    mapInOrder(
      jobs: options.jobs, window: 64,
      next: { rest.popFirst() },
      work: { number in
        let place = places.all[number]
        let picture = Picture(
          file: place.file, className: place.className, place: place,
          open: Picture.opener(root.appending(place.file)))
        return (number, examiner.examine(picture))
      },
      consume: { found.append($0) })
    var records: [(Int, ImageRecord)] = []
    for (number, examined) in found {
      let place = places.all[number]
      if let own = examined.facts, own.id == place.id, own.format == place.format {
        let record = ImageRecord(
          facts: own, className: place.className, source: "", by: "",
          visibility: try index.entries[place.id]?.visibility
            ?? (isHidden(place, index) ? .private : .public), added: Timestamp(seconds: 0))
        records.append((number, record))
      } else {
        var (integrity, name) = (IntegrityCheck(), NameCheck())
        integrity.look(at: examined) { plan.faults.append($0) }
        integrity.settle(index) { plan.faults.append($0) }
        name.look(at: examined) { plan.faults.append($0) }
      }
    }
    return records
  }

  /// Images that the catalog has and no folder does, if they are among those asked for.
  ///
  /// What should lie in a folder that may not be listed is not known to miss.
  private func checkPresence(
    of index: CatalogIndex, _ file: CatalogFile, _ present: PlaceList, _ plan: inout PackPlan
  ) throws {
    guard index.entries.values.contains(where: { !present.contains($0.id) }) else { return }
    let tree = try ClassTree(dataset).without(plan.closedClasses)
    try file.forEachRecord(in: index) { record in
      guard !present.contains(record.facts.id), isWanted(index.entries[record.facts.id]),
        !plan.closedClasses.contains(record.className), options.query.fits(record)
      else { return }
      if try tree.isAnywhere(record.facts.id) { plan.isStale = true }
      let message = "the catalog has it, the folder does not"
      plan.faults.append(Finding(.missing, record.place.file, message))
    } fault: { _ in
    }
  }
}
