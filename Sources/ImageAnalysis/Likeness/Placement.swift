/// Where one picture lies in another: u = x·(1 + scale) + shift on each axis, over −1…1.
struct Placement: Equatable {
  /// Scale and shift across, scale and shift down.
  var values: SIMD4<Float>

  /// Whether each picture lies just on the other.
  var isNothing: Bool { values == .zero }

  init(_ values: SIMD4<Float>) {
    self.values = values
  }

  /// The places of `side` samples of an axis in the other picture.
  func axis(_ axis: Int, side: Int) -> PlacedAxis {
    PlacedAxis(scale: 1 + values[axis * 2], shift: values[axis * 2 + 1], side: side)
  }
}

/// Where the samples of one axis lie in another picture of as many.
struct PlacedAxis {
  /// The sample before each place, and how far behind it that is, 0…1.
  let samples: [(before: Int, part: Float)]
  /// The samples whose places are inside.
  let inside: Range<Int>

  init(scale: Float, shift: Float, side: Int) {
    let last = Float(side - 1)
    var samples: [(before: Int, part: Float)] = []
    samples.reserveCapacity(side)
    var inside = 0..<0
    for index in 0..<side {
      let place = (2 * Float(index) / last - 1) * scale + shift
      if abs(place) <= 1.000_001 {
        inside = (inside.isEmpty ? index : inside.lowerBound)..<(index + 1)
      }
      let sample = (place + 1) / 2 * last
      let before = max(0, min(Int(max(sample, 0)), side - 2))
      samples.append((before, max(0, min(sample - Float(before), 1))))
    }
    self.samples = samples
    self.inside = inside
  }
}
