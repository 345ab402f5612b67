/// The upright picture in grey, 64 × 64 whatever its shape: what pictures are compared by.
package struct LikenessThumbnail: Sendable {
  package static let side = 64

  /// The luma over white, row by row, ``side``² bytes.
  package let grey: [UInt8]

  /// Takes over stored luma; missing samples are white.
  package init(grey: [UInt8]) {
    let missing = max(0, Self.side * Self.side - grey.count)
    self.grey = grey + [UInt8](repeating: 255, count: missing)
  }

  /// Averages a picture stored with an EXIF orientation (1…8) and turns it upright.
  init(_ grid: LumaGrid, orientation: Int) {
    let side = Self.side
    let stored = SideResampling.resample(
      grid.luma, width: grid.across.boxes,
      across: SideResampling(areasOf: grid.across.edges, parts: side),
      down: SideResampling(areasOf: grid.down.edges, parts: side))
    var upright = [UInt8](repeating: 0, count: side * side)
    for y in 0..<side {
      for x in 0..<side {
        let (column, row) = UprightSquare.stored(x, y, side: side, orientation: orientation)
        upright[y * side + x] = UInt8(max(0, min(stored[row * side + column] + 0.5, 255)))
      }
    }
    grey = upright
  }
}
