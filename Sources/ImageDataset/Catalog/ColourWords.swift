internal import ImageAnalysis

/// Finds names of colours by their bytes, without making strings.
enum ColourWords {
  /// Open addressing: keys, and places in ``ColourNames/all`` plus one, 0 where none is.
  private static let table: (keys: [SIMD2<UInt64>], places: [Int]) = {
    var keys = [SIMD2<UInt64>](repeating: SIMD2(), count: size)
    var places = [Int](repeating: 0, count: size)
    for (place, name) in ColourNames.all.enumerated() {
      var slot = slot(of: key(name))
      while places[slot] > 0 { slot = (slot + 1) % size }
      (keys[slot], places[slot]) = (key(name), place + 1)
    }
    return (keys, places)
  }()
  private static let size = 256

  /// The place in ``ColourNames/all`` of the name with a key, as ``LineCursor/key(_:)`` makes it.
  static func place(of key: SIMD2<UInt64>) -> Int? {
    let table = table
    var slot = slot(of: key)
    while table.places[slot] > 0 {
      if table.keys[slot] == key { return table.places[slot] - 1 }
      slot = (slot + 1) % size
    }
    return nil
  }

  /// The key of a word of up to 16 ASCII letters.
  static func key(_ word: String) -> SIMD2<UInt64> {
    word.utf8.reduce(into: SIMD2()) { key, byte in
      key[1] = key[1] << 8 | key[0] >> 56
      key[0] = key[0] << 8 | UInt64(byte)
    }
  }

  private static func slot(of key: SIMD2<UInt64>) -> Int {
    let mixed = (key[0] ^ key[1] &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 56)
  }
}
