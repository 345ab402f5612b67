internal import ByteText
internal import System

extension Dataset {
  /// Gives what was done to the dataset, the oldest first.
  ///
  /// Reads the catalog alone.
  ///
  /// - Throws: ``DatasetError``, or what `report` throws.
  package func log(
    _ options: LogOptions, report: (LogEvent) throws -> Void
  ) throws -> LogSummary {
    do {
      let file = try CatalogFile(catalogPath)
      var summary = LogSummary()
      var wanted: ImageID?
      if let image = options.image {
        let index = try CatalogIndex(file, endsAtSignals: true)
        wanted = try Self.knownID(image, in: index)
        guard wanted != nil else {
          summary.unknown =
            "the catalog never knew an image '\(image.displayed)'"
            + (index.hasPurged ? ", or it was purged" : "")
          return summary
        }
      }
      var reader = LogReader(wanted)
      _ = try file.forEachLine { line, place in
        try Interrupt.check()
        do {
          guard let event = try reader.event(line), options.wants(event) else { return }
          summary.events += 1
          try report(event)
        } catch let fault as CatalogLine.Fault {
          summary.faults.append(CatalogFault(line: place.number, message: fault.message))
        }
      }
      return summary
    } catch let error as SystemError {
      throw DatasetError.system(error)
    }
  }

  /// The id that an argument names, of an image that is there or was; nil if there never was one.
  private static func knownID(_ argument: ByteString, in index: CatalogIndex) throws -> ImageID? {
    let name = argument.lastComponent
    if let place = ImagePlace(className: "", fileName: name) { return place.id }
    guard (ImageLocator.shortestPrefix...16).contains(name.count),
      let number: UInt64 = Hexadecimal.number(name.bytes)
    else {
      throw DatasetError.usage(
        "cannot tell of '\(argument.displayed)': it is no id (4 to 16 lower-case hex digits) "
          + "and no path of an image")
    }
    let known = index.entries.everKnown.filter {
      $0.id.number >> UInt64(64 - 4 * name.count) == number
    }
    guard known.count < 2 else {
      throw DatasetError.usage(
        "cannot tell of '\(argument.displayed)': \(known.count) images have ids that begin so")
    }
    return known.first?.id
  }
}

extension LogOptions {
  fileprivate func wants(_ event: LogEvent) -> Bool {
    period.contains(event.time.seconds) && (by == nil || by == event.by)
  }
}
