extension PictureSketch {
  /// The sketch as bytes, for whoever keeps many.
  package var stored: [UInt8] {
    var writer = NumberWriter(capacity: 8 + 12 + samples.count)
    writer.write(side)
    writer.write([aspect])
    return writer.bytes + samples
  }

  /// Reads a sketch back; nil if the bytes are none.
  package init?(stored bytes: [UInt8]) {
    var reader = NumberReader(bytes)
    guard let side = reader.number(), side == Self.sides.usual || side == Self.sides.tiny,
      let aspect = reader.numbers(1), bytes.count == 20 + side * side * 3
    else { return nil }
    self.init(side: side, samples: Array(bytes[20...]), aspect: aspect[0])
  }
}
