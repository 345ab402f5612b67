internal import CArithmetic

/// The way of colours into the space, eight at a time, which is C for the sake of vectors.
extension UniformSpace {
  /// What the loops must know of the tables.
  var shape: imgds_space {
    imgds_space(
      light: light.scale, compressed: compressed.scale, lightness: lightness.scale,
      chroma: chroma.scale, cosine: Float(Self.tilt.cosine), sine: Float(Self.tilt.sine),
      largest_chroma: Float(Self.largestChroma))
  }

  /// Makes of red, green and blue, 0…255, whole or not, the places of eight colours.
  func place(_ block: inout ColourCloud.Block) {
    let one = imgds_cloud(count: 1, is_wide: RowLoops.hasWideVectors)
    unsafe imgds_cloud_place(
      one, shape, light.cells, compressed.cells, lightness.cells, chroma.cells, &block)
  }

  /// The same of eight colours a block.
  func place(_ blocks: inout [ColourCloud.Block]) {
    let all = imgds_cloud(count: blocks.count, is_wide: RowLoops.hasWideVectors)
    unsafe imgds_cloud_place(
      all, shape, light.cells, compressed.cells, lightness.cells, chroma.cells, &blocks)
  }
}
