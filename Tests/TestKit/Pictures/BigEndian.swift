extension FixedWidthInteger {
  /// The bytes of the number, most significant first.
  package var bigEndianBytes: [UInt8] {
    stride(from: bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
  }

  /// The bytes of the number, least significant first.
  package var littleEndianBytes: [UInt8] {
    bigEndianBytes.reversed()
  }
}
