/// The images that a catalog holds, by id.
///
/// An open-addressing table of four-byte places into one array: 40 bytes an image and no allocation
/// for each, where a dictionary takes over 100. In the order of their first lines.
struct CatalogEntries {
  private var items: [CatalogIndex.Entry] = []
  /// Places in `items` plus one, 0 where none is.
  ///
  /// The count is a power of two.
  private var slots: [UInt32]
  /// Which items stand for images that were removed.
  private var removed: Set<UInt32> = []
  /// Images whose `added` lines say nothing any more, since others of the same ids came later.
  private var superseded: [CatalogIndex.Entry] = []

  /// - Parameter expected: about how many there will be.
  init(expecting expected: Int = 0) {
    var count = 16
    while count < expected * 2 { count *= 2 }
    slots = [UInt32](repeating: 0, count: count)
    items.reserveCapacity(expected)
  }

  /// Those that are there.
  var values: some Sequence<CatalogIndex.Entry> {
    items.indices.lazy.filter { !removed.contains(UInt32($0)) }.map { items[$0] }
  }

  /// The same as an array, which is no copy where none was removed.
  var all: [CatalogIndex.Entry] {
    removed.isEmpty
      ? items : items.indices.filter { !removed.contains(UInt32($0)) }.map { items[$0] }
  }

  /// Their ids, in the same order.
  var keys: [ImageID] { values.map(\.id) }

  var count: Int { items.count - removed.count }
  var isEmpty: Bool { count == 0 }

  subscript(id: ImageID) -> CatalogIndex.Entry? {
    get {
      let place = slots[slot(of: id)]
      guard place > 0, removed.isEmpty || !removed.contains(place - 1) else { return nil }
      return items[Int(place - 1)]
    }
    set {
      let slot = slot(of: id)
      let place = slots[slot]
      if let newValue {
        guard place == 0 else {
          if items[Int(place - 1)].offset != newValue.offset {
            superseded.append(items[Int(place - 1)])
          }
          items[Int(place - 1)] = newValue
          if !removed.isEmpty { removed.remove(place - 1) }
          return
        }
        append(newValue, at: slot)
      } else if place > 0 {
        removed.insert(place - 1)
      }
    }
  }

  /// Those that are there, class by class.
  ///
  /// - Parameter classes: how many numbers of classes there are.
  func byClass(of classes: Int) -> [CatalogIndex.Entry] {
    guard var sorted = items.first.map({ [CatalogIndex.Entry](repeating: $0, count: count) }) else {
      return []
    }
    var ends = [Int](repeating: 0, count: classes + 1)
    for entry in values { ends[Int(entry.className) + 1] += 1 }
    for number in 0..<classes { ends[number + 1] += ends[number] }
    for entry in values {
      sorted[ends[Int(entry.className)]] = entry
      ends[Int(entry.className)] += 1
    }
    return sorted
  }

  /// What was last known of an image, also of one that was removed since.
  func lastKnown(_ id: ImageID) -> CatalogIndex.Entry? {
    let place = slots[slot(of: id)]
    return place > 0 ? items[Int(place - 1)] : nil
  }

  /// Every image there ever was and that was not purged, those that were removed, too.
  var everKnown: [CatalogIndex.Entry] { items }

  /// Those whose `added` lines do not tell what is there: superseded, of images that were removed, or
  /// changed by later lines.
  var outdated: [CatalogIndex.Entry] {
    let gone = removed.map { items[Int($0)] }
    return superseded + gone + values.filter { !$0.stands }
  }

  /// The images of some ids, found together: see ``put(_:wasKnown:)``.
  func found(_ ids: [ImageID]) -> [CatalogIndex.Entry?] {
    var found: [CatalogIndex.Entry?] = []
    found.reserveCapacity(ids.count)
    var taken = InlineArray<32, UInt32>(repeating: 0)
    var there = InlineArray<32, UInt64>(repeating: 0)
    for start in stride(from: 0, to: ids.count, by: taken.count) {
      let end = min(start + taken.count, ids.count)
      for place in start..<end { taken[place - start] = slots[home(of: ids[place])] }
      for place in start..<end where taken[place - start] > 0 {
        there[place - start] = items[Int(taken[place - start] - 1)].id.number
      }
      for place in start..<end {
        let (id, first) = (ids[place], taken[place - start])
        if first > 0, there[place - start] == id.number, removed.isEmpty {
          found.append(items[Int(first - 1)])
        } else {
          found.append(self[id])
        }
      }
    }
    return found
  }

  /// Takes in images, one after the other.
  ///
  /// Where each belongs in the table is looked at some images ahead: memory answers many questions at
  /// once as fast as one, and most of the time went into waiting for it.
  ///
  /// - Parameter wasKnown: is told of each that was there, or had been.
  mutating func put(_ entries: [CatalogIndex.Entry], wasKnown: (ImageID) -> Void) {
    var taken = InlineArray<32, UInt32>(repeating: 0)
    for start in stride(from: 0, to: entries.count, by: taken.count) {
      let end = min(start + taken.count, entries.count)
      for place in start..<end { taken[place - start] = slots[home(of: entries[place].id)] }
      for place in start..<end {
        let entry = entries[place]
        let home = home(of: entry.id)
        if taken[place - start] == 0, slots[home] == 0 {
          append(entry, at: home)
        } else if put(entry) {
          wasKnown(entry.id)
        }
      }
    }
  }

  /// Takes in an image.
  ///
  /// - Returns: whether there was one of its id, or had been.
  mutating func put(_ entry: CatalogIndex.Entry) -> Bool {
    let slot = slot(of: entry.id)
    guard slots[slot] == 0 else {
      self[entry.id] = entry
      return true
    }
    append(entry, at: slot)
    return false
  }

  /// Notes that an image's `added` line alone no longer tells what it is.
  mutating func unsettle(_ id: ImageID) {
    let place = slots[slot(of: id)]
    if place > 0 { items[Int(place - 1)].stands = false }
  }

  /// Notes a line that adds no image, though it looks as if it did.
  mutating func passOver(_ entry: CatalogIndex.Entry) {
    superseded.append(entry)
  }

  /// Brings back every image that was removed, as it was last known.
  mutating func recallRemoved() {
    removed = []
  }

  /// Gives all images of one class to another, as its folder's new name does.
  mutating func move(from className: Int32, to other: Int32) {
    for place in items.indices where items[place].className == className {
      items[place].className = other
      items[place].stands = false
    }
  }

  /// Where an id is, or would be put: ids are digests, so their bits need no mixing.
  private func slot(of id: ImageID) -> Int {
    let mask = slots.count - 1
    var slot = home(of: id)
    while slots[slot] > 0, items[Int(slots[slot] - 1)].id != id { slot = (slot + 1) & mask }
    return slot
  }

  /// Where an id is put if no other is there.
  private func home(of id: ImageID) -> Int {
    Int(truncatingIfNeeded: id.number) & (slots.count - 1)
  }

  private mutating func append(_ entry: CatalogIndex.Entry, at slot: Int) {
    items.append(entry)
    slots[slot] = UInt32(items.count)
    if items.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for place in items.indices { slots[slot(of: items[place].id)] = UInt32(place + 1) }
  }
}
