package import ByteText

/// What is wrong with an archive or one of its entries.
package struct ArchiveFault: Error, Hashable, Sendable {
  /// The kinds of faults.
  package enum Code: Hashable, Sendable {
    /// The archive contradicts itself or the format, or asks for what is not read here.
    case badArchive
    /// An entry's name would leave the folder it is unpacked to, or means different things to
    /// different readers.
    case unsafeName
    /// The bytes could not be read; the archive itself may be sound.
    case readFailed
  }

  package let code: Code
  /// The entry's name as it stands in the directory, or nil when the archive as a whole is meant.
  package let entry: ByteString?
  /// What is wrong, and at which byte of the archive.
  package let message: String
}
