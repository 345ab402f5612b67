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

  private let flat: [FlatColours.Flat]
  private let flatLab: [LabColour]
  /// The flat colours apart from each other, at most five: their indices.
  private let distinct: [Int]

  /// Up to five colours, the largest share first; none if nothing is opaque.
  static func of(_ thumbnail: Thumbnail) -> [DominantColour] {
    let samples = thumbnail.samples.isEmpty ? thumbnail.averages : thumbnail.samples
    let hasBoth = !thumbnail.samples.isEmpty && !thumbnail.averages.isEmpty
    guard !samples.isEmpty else {
      return thumbnail.firstOpaque.map { listed([$0], [1]) } ?? []
    }
    let histogram = ColourHistogram(hasBoth ? thumbnail.averages : samples)
    let flat = FlatColours(samples) {
      hasBoth ? samples.crowdedBoxes(of: $0) : histogram.boxes(of: $0)
    }
    let finder = DominantColours(flat)
    let averaged = ColourCloud(histogram, in: .din99o)
    var pixels = finder.pixels(of: averaged)
    var shares = averaged.shares(of: finder.positions(pixels))
    if flat.coverage >= 0.5 {
      let single = hasBoth ? ColourCloud(ColourHistogram(samples), in: .din99o) : averaged
      shares = single.shares(of: finder.positions(pixels))
      if flat.coverage > 0.9, !finder.holdsFlatColours(pixels) {
        pixels = finder.pixels(of: single)
        shares = single.shares(of: finder.positions(pixels))
      }
    }
    return listed(pixels, shares.weights)
  }

  private init(_ flat: FlatColours) {
    let lab = flat.colours.map { LabColour($0.pixel) }
    var kept: [Int] = []
    for index in lab.indices where kept.count < 5 {
      let isApart = kept.allSatisfy {
        lab[index].isBeyond(Self.apart, from: lab[$0])
          || lab[index].difference(from: lab[$0]) > Self.apart
      }
      if isApart {
        kept.append(index)
      }
    }
    self.flat = flat.colours
    flatLab = lab
    distinct = kept
  }

  private func positions(_ pixels: [UInt32]) -> [SIMD3<Float>] {
    pixels.map { UniformSpace.din99o.position(of: $0) }
  }

  /// The colours of a cloud, each once.
  private func pixels(of cloud: ColourCloud) -> [UInt32] {
    let clustering = ColourClustering(cloud: cloud)
    var found = clustering.places(from: [])
    let start = distinct.map { UniformSpace.din99o.position(of: flat[$0].pixel) }
    if !start.isEmpty {
      let other = clustering.places(from: start)
      if other.loss <= Self.favour * found.loss { found = other }
    }
    let weights = cloud.shares(of: found.places).weights
    var pixels: [UInt32] = []
    for (place, weight) in zip(found.places, weights) {
      let pixel = snapped(UniformSpace.din99o.pixel(at: place), share: weight / cloud.total)
      if !pixels.contains(pixel) { pixels.append(pixel) }
    }
    return pixels
  }

  /// Whether the flat colours are among some colours: averages of fine patterns lose them.
  private func holdsFlatColours(_ pixels: [UInt32]) -> Bool {
    let found = pixels.map { LabColour($0) }
    return distinct.allSatisfy { index in
      found.contains {
        !flatLab[index].isBeyond(Self.same, from: $0)
          && flatLab[index].difference(from: $0) < Self.same
      }
    }
  }

  /// The flat colour that a colour stands for, or itself.
  private func snapped(_ pixel: UInt32, share: Float) -> UInt32 {
    let lab = LabColour(pixel)
    var nearest = Self.akin
    var best: FlatColours.Flat?
    for (candidate, candidateLab) in zip(flat, flatLab)
    where !candidateLab.isBeyond(Self.akin, from: lab) {
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

  /// The colours in the order of their shares, which have four decimals and make up at most 1.
  ///
  /// Colours that only averages have, where edges mix two colours, have no share and are left out.
  private static func listed(_ pixels: [UInt32], _ weights: [Float]) -> [DominantColour] {
    let total = Double(max(weights.reduce(0, +), 1))
    var parts = weights.map { Int((Double($0) / total * 10_000).rounded()) }
    let excess = parts.reduce(0, +) - 10_000
    if excess > 0, let largest = parts.indices.max(by: { parts[$0] < parts[$1] }) {
      parts[largest] -= excess
    }
    return zip(pixels, parts).filter { $0.1 > 0 }.map { pixel, part in
      DominantColour(
        red: UInt8(pixel & 255), green: UInt8(pixel >> 8 & 255), blue: UInt8(pixel >> 16),
        share: Double(part) / 10_000)
    }.sorted { ($1.share, $0.value) < ($0.share, $1.value) }
  }
}

extension DominantColour {
  /// 0xRRGGBB, which orders as its digits do.
  fileprivate var value: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}

extension LabColour {
  /// Makes a colour of a pixel packed as 0xBBGGRR.
  fileprivate init(_ pixel: UInt32) {
    self.init(hex: (pixel & 255) << 16 | pixel & 0xFF00 | pixel >> 16)
  }
}
