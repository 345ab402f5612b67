/// An upright picture in colour, squashed into a small square: all that a learner sees of it.
package struct PictureSketch: Sendable {
  /// The side of most pictures' sketches, and of those of icons and the like.
  static let sides = (usual: 64, tiny: 32)
  /// Pictures with a longer side than this are usual ones.
  private static let longestTiny = 48

  /// Samples across and down.
  let side: Int
  /// Red, green and blue of each sample, row by row.
  let samples: [UInt8]
  /// The natural logarithm of the upright picture's width over its height.
  let aspect: Float

  init(side: Int, samples: [UInt8], aspect: Float) {
    self.side = side
    self.samples = samples
    self.aspect = aspect
  }

  /// Averages a picture stored with an EXIF orientation (1…8) and turns it upright.
  ///
  /// - Parameter aspect: width over height as stored.
  init(_ grid: ColourGrid, aspect: Double, orientation: Int) {
    let longest = max(grid.across.boxes, grid.down.boxes)
    let side = longest > Self.longestTiny ? Self.sides.usual : Self.sides.tiny
    let across = SideResampling(linearFrom: grid.across.boxes, to: side)
    let down = SideResampling(linearFrom: grid.down.boxes, to: side)
    var samples = [UInt8](repeating: 0, count: side * side * 3)
    for (channel, plane) in grid.planes.enumerated() {
      let stored = SideResampling.resample(
        plane, width: grid.across.boxes, across: across, down: down)
      for y in 0..<side {
        for x in 0..<side {
          let (column, row) = UprightSquare.stored(x, y, side: side, orientation: orientation)
          let value = max(0, min(stored[row * side + column] + 0.5, 255))
          samples[(y * side + x) * 3 + channel] = UInt8(value)
        }
      }
    }
    let upright = Elementary.logarithm(orientation < 5 ? aspect : 1 / aspect)
    self.init(side: side, samples: samples, aspect: Float(upright))
  }

  /// The sketch in one of the two ``sides``.
  func resized(to other: Int) -> PictureSketch {
    guard side != other else { return self }
    let resampling =
      side < other
      ? SideResampling(linearFrom: side, to: other)
      : SideResampling(areasOf: Array(0...side), parts: other)
    var result = [UInt8](repeating: 0, count: other * other * 3)
    for channel in 0..<3 {
      let plane = stride(from: channel, to: samples.count, by: 3).map { Float(samples[$0]) }
      let small = SideResampling.resample(
        plane, width: side, across: resampling, down: resampling)
      for (place, value) in small.enumerated() {
        result[place * 3 + channel] = UInt8(max(0, min(value + 0.5, 255)))
      }
    }
    return PictureSketch(side: other, samples: result, aspect: aspect)
  }
}
