/// The one place where memory is read as other integers than it holds.
///
/// Every load but one is checked against the end of the span; what makes it unsafe to the compiler is
/// only that any bit pattern must be a valid value, which holds of integers and of floating-point
/// numbers. The one that is not is for ``InnerProducts``, which checks once for all its rows.
extension Span where Element: BitwiseCopyable {
  /// The vector of integers at a byte offset, in the machine's order.
  @inline(__always)
  func vector<Vector: SIMD & BitwiseCopyable>(at offset: Int, as type: Vector.Type) -> Vector
  where Vector.Scalar: FixedWidthInteger {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Vector.self)
  }

  /// The integer of 16 bits at a byte offset, in the machine's order.
  @inline(__always)
  func native16(at offset: Int) -> UInt16 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
  }
}

extension Span<Float> {
  /// The 16 numbers from an index on.
  @inline(__always)
  func vector16(at index: Int) -> SIMD16<Float> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index * 4, as: SIMD16<Float>.self)
  }

  /// The 4 numbers from an index on, which the caller has made sure are there.
  @inline(__always)
  func unchecked4(at index: Int) -> SIMD4<Float> {
    unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index &* 4, as: SIMD4<Float>.self)
  }
}
