package import ByteText

/// What `pack` is asked to do.
package struct PackOptions: Sendable {
  /// Where the archive goes.
  package enum Output: Sendable {
    case file(ByteString)
    case standardOutput
  }

  package var output: Output
  package var includesPrivate = false
  /// The date of every entry.
  package var date = Timestamp(year: 1980, month: 1, day: 1)
  package var jobs = 1

  package init(output: Output) {
    self.output = output
  }
}

/// What `pack` wrote.
package struct PackReport: Sendable {
  /// The archive's path, `-` for standard output.
  package var file: ByteString
  package var bytes = 0
  /// The digest of the archive, 32 bytes.
  package var sha256: [UInt8] = []
  package var images = 0
  package var classes = 0
  /// Private images of the dataset, packed or not.
  package var privateImages = 0
  /// Private images and strays that are not in the archive.
  package var leftOut = 0
  /// What stood in the way of an archive; then nothing was written.
  package var faults: [Finding] = []
  /// Files of the dataset that are no images of it.
  package var strays: [ByteString] = []
}
