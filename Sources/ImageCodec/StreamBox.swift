/// Holds a stream where C can point to it.
final class StreamBox {
  let stream: any ByteStream

  init(stream: any ByteStream) {
    self.stream = stream
  }
}

/// Reads for the C decoder.
///
/// It is called from within libjpeg or libpng, and returns before either leaves by `longjmp`, so no
/// Swift frame is jumped over.
func readStream(
  context: UnsafeMutableRawPointer?, buffer: UnsafeMutablePointer<UInt8>?, capacity: Int
) -> Int {
  guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
  let box = unsafe Unmanaged<StreamBox>.fromOpaque(context).takeUnretainedValue()
  var span = unsafe MutableSpan(_unsafeStart: buffer, count: capacity)
  return min(box.stream.read(into: &span), capacity)
}
