/// What is known of a picture once it has been decoded to its last byte.
package struct ImageInfo: Sendable, Hashable {
  package var header: ImageHeader
  /// The EXIF orientation, 1 to 8; 1 where none or a wrong one is given.
  package var orientation: Int
  /// The name of the embedded ICC profile, `unnamed` when it has none, nil without a profile.
  package var iccProfile: String?
  /// Whether the EXIF block says where the picture was taken.
  package var hasGPS: Bool
  /// What is wrong but leaves all pixels decoded; what and where, at most 16.
  package var warnings: [String]
  /// The offset behind the end of the image, EOI or IEND.
  package var imageBytes: Int
  /// The length of the stream.
  package var totalBytes: Int
}
