/// Files as tests want them in one word: sound pictures that differ by seed, and unsound ones.
package enum Pictures {
  /// A PNG of 8-bit RGB noise; another seed gives other pixels.
  package static func png(_ seed: Int = 1, width: Int = 8, height: Int = 8) -> [UInt8] {
    let samples = noise(seed, count: width * height * 3)
    return PNG(width: width, height: height) { x, y, channel in
      Int(samples[(y * width + x) * 3 + channel])
    }.encoded
  }

  /// A baseline YCbCr JPEG whose 8 × 8 blocks have colours by seed.
  package static func jpeg(_ seed: Int = 1, width: Int = 16, height: Int = 16) -> [UInt8] {
    seeded(seed, width: width, height: height, components: 3).encoded
  }

  /// A baseline grey JPEG whose 8 × 8 blocks have shades by seed.
  package static func greyJPEG(_ seed: Int = 1, width: Int = 16, height: Int = 16) -> [UInt8] {
    seeded(seed, width: width, height: height, components: 1).encoded
  }

  /// A PNG of one colour.
  package static func flat(
    red: Int, green: Int, blue: Int, width: Int = 8, height: Int = 8
  ) -> [UInt8] {
    PNG(width: width, height: height) { _, _, channel in [red, green, blue][channel] }.encoded
  }

  /// A PNG of noise in any colour type and depth, with a full palette where one is needed.
  package static func png(
    _ seed: Int = 1, colour: PNG.Colour, depth: Int, width: Int = 9, height: Int = 7,
    isInterlaced: Bool = false
  ) -> [UInt8] {
    let samples = noise(seed, count: width * height * 8)
    var png = PNG(width: width, height: height, colour: colour, depth: depth) { x, y, channel in
      let place = ((y * width + x) * 4 + channel) * 2
      return (Int(samples[place]) << 8 | Int(samples[place + 1])) & (1 << depth - 1)
    }
    png.isInterlaced = isInterlaced
    if colour == .palette {
      let entries = noise(seed + 1, count: 3 << depth)
      png.palette = (0..<1 << depth).map { Array(entries[$0 * 3..<$0 * 3 + 3]) }
    }
    return png.encoded
  }

  /// A JPEG of noise as a value, to add segments to.
  package static func seeded(_ seed: Int, width: Int, height: Int, components: Int) -> JPEG {
    let columns = (width + 7) / 8
    let samples = noise(seed, count: columns * ((height + 7) / 8) * components)
    return JPEG(width: width, height: height, components: components) { column, row, component in
      Int(samples[(row * columns + column) * components + component])
    }
  }

  private static func noise(_ seed: Int, count: Int) -> [UInt8] {
    var noise = Noise(seed: seed)
    return (0..<count).map { _ in noise.byte() }
  }
}
