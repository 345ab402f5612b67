/// What a learner thinks of a picture.
package struct Judgement: Sendable {
  /// By class, 0…1, with the sum 1.
  package let probabilities: [Float]
  /// By class, which of the pictures learnt from is most like it, by its number; nil for a class of
  /// which none is compared with.
  package let nearest: [Int?]
}

extension Learner {
  /// Judges pictures.
  ///
  /// - Parameter shown: of each picture learnt from whether it may be the nearest one; empty for all.
  package func judge(
    _ sketches: [PictureSketch], showing shown: [Bool] = [], spreader: some WorkSpreader
  ) throws(WorkStopped) -> [Judgement] {
    let rows = try eye.rows(of: sketches, spreader: spreader)
    let columns = known.even.tiles.count
    let (kernel, known) = (eye.kernel, known)
    let tiles = try spreader.map(rows.even.tiles.count * columns) { number in
      kernel.tile(rows, number / columns, known, number % columns)
    }
    let likenesses = (0..<rows.even.tiles.count).map { band in
      Array(tiles[(band * columns)..<((band + 1) * columns)])
    }
    let scores = weights.tiles.map { row in
      likenesses.map { Tiles.product(row, $0, over: 0..<columns) }
    }
    let all = Tiles(likenesses, rows: sketches.count)
    return sketches.indices.map { picture in
      let values = prior.indices.map { owner in
        prior[owner]
          + scores[owner / Tiles.side][picture / Tiles.side][
            owner % Tiles.side * Tiles.side + picture % Tiles.side]
      }
      return Judgement(
        probabilities: calibration.probabilities(values), nearest: nearest(all.row(picture), shown))
    }
  }

  private func nearest(_ likenesses: [Float], _ shown: [Bool]) -> [Int?] {
    var best = [Int?](repeating: nil, count: classes)
    for (number, label) in labels.enumerated() where shown.isEmpty || shown[number] {
      if let other = best[Int(label)], likenesses[other] >= likenesses[number] { continue }
      best[Int(label)] = number
    }
    return best
  }
}
