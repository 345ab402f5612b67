/// What of a picture goes where when it is made another size.
package struct ResizePlan: Sendable, Hashable {
  /// How a picture and a box of another shape agree.
  package enum Fit: String, Sendable, CaseIterable {
    /// As large as the box holds, its own shape kept.
    case contain
    /// The box filled, its own shape kept; what juts out is cut off on both sides alike.
    case cover
    /// The box filled, its shape changed.
    case stretch
  }

  /// The size of the result.
  package let width: Int
  package let height: Int
  /// The part of the picture that is kept, in pixels from its left upper corner.
  let columns: Range<Double>
  let rows: Range<Double>

  /// Fits a picture into a box, larger or smaller.
  package init(
    from source: (width: Int, height: Int), to box: (width: Int, height: Int), fit: Fit
  ) {
    let (width, height) = (Double(source.width), Double(source.height))
    let across = Double(box.width) / width
    let down = Double(box.height) / height
    var columns = 0..<width
    var rows = 0..<height
    var size = box
    switch fit {
    case .stretch: break
    case .contain:
      if across < down {
        size.height = max(1, Int((height * across).rounded()))
      } else if down < across {
        size.width = max(1, Int((width * down).rounded()))
      }
    case .cover:
      if across < down {
        let kept = Double(box.width) / down
        columns = (width - kept) / 2..<(width + kept) / 2
      } else if down < across {
        let kept = Double(box.height) / across
        rows = (height - kept) / 2..<(height + kept) / 2
      }
    }
    (self.width, self.height) = size
    self.columns = columns
    self.rows = rows
  }

  /// How large the smaller side of a picture must be decoded at least, so that reducing it further
  /// tells the result from that of the whole picture by less than a grey level; 0 if it must be whole.
  package func enoughSide(of source: (width: Int, height: Int)) -> Int {
    let ratio = max(
      Double(width) / (columns.upperBound - columns.lowerBound),
      Double(height) / (rows.upperBound - rows.lowerBound))
    let side = Double(min(source.width, source.height)) * ratio * Self.reserve
    return side < Double(min(source.width, source.height)) ? Int(side.rounded(.up)) : 0
  }

  /// How much larger than wanted a picture may come from the JPEG decoder.
  private static let reserve = 2.0
}
