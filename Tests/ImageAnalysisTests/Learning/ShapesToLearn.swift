import TestKit

@testable import ImageAnalysis

/// Discs, bars and checks in colours and places that look random: three classes that can be learnt.
enum ShapesToLearn {
  static let classes = 3

  /// Sketches and classes, one class after the other in turn.
  static func some(_ count: Int, seed: Int = 0) -> (sketches: [PictureSketch], labels: [Int]) {
    let labels = (0..<count).map { $0 % classes }
    return (labels.indices.map { sketch(of: labels[$0], seed: seed + $0) }, labels)
  }

  static func drawing(of label: Int, seed: Int) -> Drawing {
    var random = RandomNumbers(seed: UInt64(seed))
    let (x0, y0) = (24 + random.next(below: 16), 24 + random.next(below: 16))
    let radius = 10 + random.next(below: 8)
    let ink = UInt32(random.next(below: 1 << 24)) | 0x40_4040
    let ground = UInt32(random.next(below: 1 << 24)) & 0x3F_3F3F
    return Drawing.rgb(64, 64) { x, y in
      let (dx, dy) = (x - x0, y - y0)
      let isIn =
        switch label {
        case 0: dx * dx + dy * dy < radius * radius
        case 1: abs(dx) < radius / 2
        default: (x / 6 + y / 6).isMultiple(of: 2) && abs(dx) < radius && abs(dy) < radius
        }
      return isIn ? ink : ground
    }
  }

  static func sketch(of label: Int, seed: Int) -> PictureSketch {
    var sketcher = PictureSketcher()
    drawing(of: label, seed: seed).pass(to: &sketcher)
    return sketcher.finish(orientation: 1)
      ?? PictureSketch(side: 64, samples: [UInt8](repeating: 0, count: 64 * 64 * 3), aspect: 0)
  }
}

extension PictureSketch {
  /// The mirror image.
  var mirrored: PictureSketch {
    var result = samples
    for place in samples.indices {
      let (pixel, channel) = (place / 3, place % 3)
      let (y, x) = (pixel / side, pixel % side)
      result[(y * side + side - 1 - x) * 3 + channel] = samples[place]
    }
    return PictureSketch(side: side, samples: result, aspect: aspect)
  }
}
