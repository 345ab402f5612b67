internal import CArithmetic

/// The loops over pixels in boxes of 8 × 8 × 8 values, each a number of 15 bits, which are C.
extension PixelList {
  /// The boxes that occur, in the order of their first pixels, and their sums of red, green, blue
  /// and 1.
  func boxes() -> (found: [UInt16], sums: [SIMD4<UInt32>]) {
    precondition(count <= Int(UInt16.max) && count <= storage.count)
    var owners = [UInt16](repeating: 0, count: count)
    var found = [UInt16](repeating: 0, count: count)
    let boxes = unsafe imgds_boxes_find(storage, count, &owners, &found)
    var sums = [SIMD4<UInt32>](repeating: .zero, count: boxes)
    unsafe imgds_boxes_sum(storage, owners, count, &sums)
    found.removeLast(count - boxes)
    return (found, sums)
  }

  /// The boxes of at least so many pixels, a fiftieth of all or more: a third of the work of
  /// ``boxes()``.
  func crowdedBoxes(of least: Int) -> [UInt16] {
    precondition(least > 0 && least * most >= count && count <= Int(UInt16.max))
    var boxes = [UInt16](repeating: 0, count: most)
    let found = unsafe imgds_boxes_crowded(storage, count, least, &boxes)
    boxes.removeLast(most - found)
    return boxes
  }

  /// The colours of some boxes that at least so many pixels have, a fiftieth of all or more.
  func commonColours(of least: Int, in boxes: [UInt16]) -> [imgds_common] {
    precondition(least > 0 && least * most >= count && count <= Int(UInt16.max))
    precondition(boxes.count <= most && boxes.allSatisfy { $0 < 1 << 15 })
    var colours = [imgds_common](repeating: imgds_common(), count: most)
    let found = unsafe imgds_boxes_common(storage, count, least, boxes, boxes.count, &colours)
    colours.removeLast(most - found)
    return colours
  }

  private var most: Int { Int(IMGDS_MOST_CROWDED) }
}
