/// Parts a row of features into what a picture shares with its mirror image and what it does not.
///
/// With the even part e and the odd part o of two pictures, their product is e·e + o·o and that of one
/// with the other mirrored is e·e − o·o: both for the price of one.
struct MirrorSplit: Sendable {
  /// Pairs of places, the first before the second, and single ones, which are their own mirror places.
  private var pairs: [(Int, Int)] = []
  private var singles: [Int] = []

  /// - Parameter mirror: where each number is in the mirrored picture.
  init(mirror: [Int]) {
    for (place, other) in mirror.enumerated() {
      if place < other { pairs.append((place, other)) }
      if place == other { singles.append(place) }
    }
  }

  var evenCount: Int { pairs.count + singles.count }
  var oddCount: Int { pairs.count }

  func even(_ row: [Float]) -> [Float] {
    let half = Float(0.5).squareRoot()
    return pairs.map { (row[$0.0] + row[$0.1]) * half } + singles.map { row[$0] }
  }

  func odd(_ row: [Float]) -> [Float] {
    let half = Float(0.5).squareRoot()
    return pairs.map { (row[$0.0] - row[$0.1]) * half }
  }
}
