package import ByteText
internal import Testing

extension ByteString: CustomTestStringConvertible {
  /// The text in quotes where it is UTF-8, else the bytes: failures are read by people.
  package var testDescription: String {
    isUTF8 ? "\"\(displayed)\"" : "\(bytes)"
  }
}
