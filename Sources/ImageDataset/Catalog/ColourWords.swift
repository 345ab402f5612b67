internal import ImageAnalysis

/// Finds names of colours by their bytes, without making strings.
enum ColourWords {
  /// Open addressing: keys, and places in ``ColourNames/all``.
  private static let table: [(key: WordKey, place: Int)?] = {
    var table: [(key: WordKey, place: Int)?] = Array(repeating: nil, count: 1 << bits)
    for (place, name) in ColourNames.all.enumerated() {
      guard let key = WordKey(name) else { continue }
      var slot = key.slot(bits)
      while table[slot] != nil { slot = (slot + 1) % table.count }
      table[slot] = (key, place)
    }
    return table
  }()
  private static let bits = 8

  /// The place in ``ColourNames/all`` of the name with a key.
  static func place(of key: WordKey) -> Int? {
    var slot = key.slot(bits)
    while let (known, place) = table[slot] {
      if known == key { return place }
      slot = (slot + 1) % table.count
    }
    return nil
  }
}
