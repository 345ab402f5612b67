internal import ByteText

extension ByteString {
  /// The bytes as the system takes them, with a terminating NUL.
  var cString: [CChar] {
    bytes.map { CChar(bitPattern: $0) } + [0]
  }
}
