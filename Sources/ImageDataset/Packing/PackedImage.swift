internal import ArchiveFormats
internal import ByteText
internal import System

/// An image on its way into the archive: its bytes where they are few, and their checksum.
struct PackedImage: Sendable {
  let image: PackPlan.Image
  let crc32: UInt32
  /// The whole file; nil for one that is larger than what may be held.
  let content: [UInt8]?
  /// Opens the bytes again, from their first.
  let open: @Sendable () throws -> FileReader
}

/// Why an image cannot be packed.
enum PackFault: Error, Sendable {
  /// It is not where the plan saw it: someone changed the dataset meanwhile.
  case gone(Finding)
  case bad(Finding)

  var finding: Finding {
    switch self {
    case .gone(let finding), .bad(let finding): finding
    }
  }

  var isGone: Bool {
    if case .gone = self { true } else { false }
  }
}
