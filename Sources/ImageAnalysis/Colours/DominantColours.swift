/// The dominant colours of a picture, from its thumbnail.
///
/// Two starts of a k-medians clustering compete: greedy by gain, and the flat colours first. Flat
/// colours are those of single pixels, never averages, so that they come out exact; and where they
/// are most of the picture the shares are those of single pixels too.
struct DominantColours {
  /// Flat colours start the clustering where they are at least this far apart.
  private static let apart = 8.0
  /// How much worse the mean distance of the start from flat colours may be.
  private static let favour: Float = 1.05
  /// A place this near to a flat colour is that colour.
  private static let same = 2.0
  /// A place this near to a flat colour is that colour if it makes up the larger part of it.
  private static let akin = 5.0
  private static let akinPart: Float = 0.3
  /// Averages further than this from single pixels are of fine patterns: the pixels count.
  private static let pattern: Float = 2.3

  private let space = UniformSpace.din99o
  private let flat: [FlatColours.Flat]
  private let flatLab: [LabColour]

  /// Up to five colours, the largest share first; none if nothing is opaque.
  static func of(_ thumbnail: Thumbnail) -> [DominantColour] {
    let samples = thumbnail.samples.isEmpty ? thumbnail.averages : thumbnail.samples
    let averages = thumbnail.averages.isEmpty ? thumbnail.samples : thumbnail.averages
    guard !samples.isEmpty else {
      return thumbnail.firstOpaque.map { listed([$0], [1]) } ?? []
    }
    let histogram = ColourHistogram(samples)
    let flat = FlatColours(samples, histogram)
    let finder = DominantColours(flat)
    let single = ColourCloud(histogram, in: finder.space)
    let averaged = ColourCloud(ColourHistogram(averages), in: finder.space)

    var pixels = finder.pixels(of: averaged)
    var shares = single.shares(of: finder.positions(pixels))
    if flat.coverage > 0.9, shares.loss > pattern {
      pixels = finder.pixels(of: single)
      shares = single.shares(of: finder.positions(pixels))
    } else if flat.coverage < 0.5 {
      shares = averaged.shares(of: finder.positions(pixels))
    }
    let total = shares.weights.reduce(0, +)
    return listed(pixels, shares.weights.map { Double($0) / Double(total) })
  }

  private init(_ flat: FlatColours) {
    self.flat = flat.colours
    flatLab = flat.colours.map { LabColour($0.pixel) }
  }

  private func positions(_ pixels: [UInt32]) -> [SIMD3<Float>] {
    pixels.map { space.position(of: $0) }
  }

  /// The colours of a cloud, each once.
  private func pixels(of cloud: ColourCloud) -> [UInt32] {
    let clustering = ColourClustering(cloud: cloud)
    var found = clustering.places(from: [])
    let start = flatStart
    if !start.isEmpty {
      let other = clustering.places(from: start)
      if other.loss <= Self.favour * found.loss { found = other }
    }
    let weights = cloud.shares(of: found.places).weights
    var pixels: [UInt32] = []
    for (place, weight) in zip(found.places, weights) {
      let pixel = snapped(space.pixel(at: place), share: weight / cloud.total)
      if !pixels.contains(pixel) { pixels.append(pixel) }
    }
    return pixels
  }

  /// The flat colours apart from each other, at most five.
  private var flatStart: [SIMD3<Float>] {
    var kept: [Int] = []
    for index in flat.indices where kept.count < 5 {
      let isApart = kept.allSatisfy {
        flatLab[index].difference(from: flatLab[$0]) > Self.apart
      }
      if isApart { kept.append(index) }
    }
    return kept.map { space.position(of: flat[$0].pixel) }
  }

  /// The flat colour that a colour stands for, or itself.
  private func snapped(_ pixel: UInt32, share: Float) -> UInt32 {
    let lab = LabColour(pixel)
    var nearest = Self.akin
    var best: FlatColours.Flat?
    for (candidate, candidateLab) in zip(flat, flatLab) {
      let difference = candidateLab.difference(from: lab)
      if difference < nearest {
        nearest = difference
        best = candidate
      }
    }
    guard let best else { return pixel }
    let stands = nearest < Self.same || best.share >= Self.akinPart * share
    return stands ? best.pixel : pixel
  }

  /// The colours in the order of their shares, which have four decimals.
  private static func listed(_ pixels: [UInt32], _ shares: [Double]) -> [DominantColour] {
    zip(pixels, shares).map { pixel, share in
      DominantColour(
        red: UInt8(pixel & 255), green: UInt8(pixel >> 8 & 255), blue: UInt8(pixel >> 16),
        share: (share * 10_000).rounded() / 10_000)
    }.sorted { ($1.share, $0.hex) < ($0.share, $1.hex) }
  }
}

extension LabColour {
  /// Makes a colour of a pixel packed as 0xBBGGRR.
  fileprivate init(_ pixel: UInt32) {
    self.init(hex: (pixel & 255) << 16 | pixel & 0xFF00 | pixel >> 16)
  }
}
