internal import ByteText
internal import ImageCodec

/// Understands the lines of a catalog as events, one after the other.
///
/// Where an image lies follows from the lines before: its class, and the ending its first line says.
struct LogReader {
  private var numbers = NameNumbers()
  /// Class and format of every image as of now; of removed ones as of their end.
  private var images = CatalogEntries()
  private var isFirst = true
  /// Filled by each line that is written as most are.
  private var facts = QuickFacts()
  /// Which names, by their numbers, were found fit for classes.
  private var soundClasses: Set<Int32> = []
  /// The one image that is of interest, if it is one.
  private let wanted: ImageID?

  init(_ wanted: ImageID?) {
    self.wanted = wanted
  }

  /// The event that a line tells of; nil for types that are not known, and images not asked for.
  ///
  /// - Throws: ``CatalogLine/Fault`` for a line that is no record.
  mutating func event(_ line: Span<UInt8>) throws(CatalogLine.Fault) -> LogEvent? {
    defer { isFirst = false }
    if let wanted, let head = CatalogLine.quickHead(line), head.id != wanted { return nil }
    if facts.read(line, from: 0) != nil, let event = quickEvent(line) { return event }
    let members = CatalogLine.members(line)
    let head = try CatalogLine.head(line)
    func text(_ key: StaticString) -> ByteString? { members[key]?.text(in: line) }
    let time = text("time").flatMap { Timestamp($0) } ?? Timestamp(seconds: 0)
    var event = LogEvent(time, head.by ?? "", .added)
    event.isForced = members["force"]?.truth(in: line) ?? false
    if head.type == "added" {
      let record = try ImageRecord(added: line)
      let id = record.facts.id
      guard wanted == nil || id == wanted else { return nil }
      images[id] = CatalogIndex.Entry(
        id: id, className: numbers.number(of: record.className), owner: 0, visibility: .public,
        format: record.facts.format, offset: 0)
      // Of an image that a repair recorded it is not known where it came from.
      event.from = record.source.isEmpty ? nil : record.source
      if record.visibility == .private { event.visibility = .private }
      locate(&event, id)
      event.command = text("command") ?? event.action.usualCommand
      return event
    }
    guard let record = try CatalogRecord(line: line) else { return nil }
    tell(of: record.change, &event)
    event.command = record.command ?? event.action.usualCommand
    let isOfImage = event.id != nil
    return wanted == nil || isOfImage && event.id == wanted ? event : nil
  }

  /// The event of a line that adds an image and was read quickly; nil if its class cannot be one.
  private mutating func quickEvent(_ line: Span<UInt8>) -> LogEvent? {
    let head = facts.head
    let number = numbers.number(of: head.className, in: line)
    guard soundClasses.contains(number) || ClassName.fault(in: numbers.names[Int(number)]) == nil
    else { return nil }
    soundClasses.insert(number)
    images[head.id] = CatalogIndex.Entry(
      id: head.id, className: number, owner: 0, visibility: .public, format: head.format, offset: 0)
    var event = LogEvent(
      Timestamp(seconds: facts.seconds), ByteString(line.array(head.by)), .added)
    event.from = facts.source.isEmpty ? nil : ByteString(line.array(facts.source))
    if head.isPrivate { event.visibility = .private }
    locate(&event, head.id)
    event.command = event.action.usualCommand
    return event
  }

  private mutating func tell(of change: CatalogRecord.Change, _ event: inout LogEvent) {
    switch change {
    case .dataset:
      event.action = isFirst ? .made : .changed
    case .classAdded(let name):
      (event.action, event.className) = (.classAdded, name)
    case .classRemoved(let name):
      (event.action, event.className) = (.classRemoved, name)
    case .classRenamed(let old, let name):
      (event.action, event.className, event.from) = (.classRenamed, name, old)
      images.move(from: numbers.number(of: old), to: numbers.number(of: name))
    case .classDescribed(let name, _):
      (event.action, event.className) = (.classDescribed, name)
    case .labelled(let id, let className, let from, let labels):
      (event.action, event.from, event.labels) = (.labelled, from, labels)
      images[id]?.className = numbers.number(of: className)
      event.className = className
      locate(&event, id)
    case .visibility(let id, let visibility):
      (event.action, event.visibility) = (.visibility, visibility)
      locate(&event, id)
    case .described(let id, let text):
      (event.action, event.description) = (.described, text)
      locate(&event, id)
    case .removed(let id, let className, let format):
      (event.action, event.className) = (.removed, className)
      locate(&event, id, format)
    case .merged(let name, _):
      (event.action, event.from) = (.merged, name)
    case .purged:
      event.action = .purged
    case .added:
      return
    }
  }

  /// - Parameter format: of the file, where it is not the image's.
  private func locate(_ event: inout LogEvent, _ id: ImageID, _ format: ImageFormat? = nil) {
    event.id = id
    guard let entry = images[id] else { return }
    let className = event.className ?? numbers.names[Int(entry.className)]
    event.className = className
    event.file = (format ?? entry.format).map {
      ImagePlace(className: className, id: id, format: $0).file
    }
  }
}
