/// A part of a picture that a crop of it may show.
///
/// A few windows are hashed beside the whole, so that a crop by a few per cent is as near to one of
/// them as an uncropped copy is to the whole, and candidates can be sought within a narrow radius.
package struct CropWindow: Sendable, Hashable {
  /// The windows: the whole, its inner part, and the whole without each of its margins.
  static let all = [(0, 0), (1, 1), (2, 0), (0, 2), (3, 0), (0, 3)].map {
    CropWindow(across: $0.0, down: $0.1)
  }
  /// The stretches of a side that windows are made of, in parts of it.
  static let stretches: [(from: Float, to: Float)] = [(0, 1), (0.035, 0.965), (0.06, 1), (0, 0.94)]

  /// The stretch across, and that down.
  let across: Int
  let down: Int

  /// Where the picture that fills the window lies: what ``Alignment`` starts from.
  var placement: Placement {
    let (x, y) = (Self.stretches[across], Self.stretches[down])
    return Placement([x.to - x.from - 1, x.from + x.to - 1, y.to - y.from - 1, y.from + y.to - 1])
  }
}
