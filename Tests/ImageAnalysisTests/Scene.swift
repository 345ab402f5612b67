import ImageAnalysis

/// A picture of blobs and bars without symmetry, another for each seed, of any size and cut.
struct Scene {
  var seed: Int
  var width = 120
  var height = 90
  /// What of the whole is shown, in parts of its sides.
  var across: ClosedRange<Double> = 0...1
  var down: ClosedRange<Double> = 0...1
  var isMirrored = false
  var brightness = 1.0
  /// Whether a light patch covers the lower right corner.
  var isMarked = false

  func measures(orientation: Int = 1) -> PictureMeasures {
    var measurer = PictureMeasurer(likeness: true, quality: true)
    drawing.pass(to: &measurer)
    return measurer.finish(orientation: orientation)
  }

  var drawing: Drawing {
    let blobs = self.blobs
    return Drawing.rgb(width, height) { x, y in
      let column = isMirrored ? width - 1 - x : x
      let u = across.lowerBound + (Double(column) + 0.5) / Double(width) * across.length
      let v = down.lowerBound + (Double(y) + 0.5) / Double(height) * down.length
      var grey = 90.0
      for blob in blobs {
        let (dx, dy) = ((u - blob.x) / blob.width, (v - blob.y) / blob.height)
        grey +=
          blob.height > 0.13
          ? blob.light / (1 + 4 * (dx * dx + dy * dy) * (dx * dx + dy * dy))
          : (abs(dx) < 0.5 && abs(dy) < 0.5 ? blob.light : 0)
      }
      if isMarked, u > 0.75, v > 0.93 { grey += 60 }
      let sample = UInt32(max(0, min(grey * brightness, 255)))
      return sample << 16 | sample << 8 | sample
    }
  }

  private struct Blob {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var light: Double
  }

  private var blobs: [Blob] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
    func random() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / Double(1 << 53)
    }
    for _ in 0..<8 { _ = random() }
    return (0..<24).map { _ in
      Blob(
        x: random(), y: random(), width: 0.05 + 0.3 * random(), height: 0.05 + 0.3 * random(),
        light: 160 * random() - 80)
    }
  }
}

extension ClosedRange<Double> {
  fileprivate var length: Double { upperBound - lowerBound }
}
