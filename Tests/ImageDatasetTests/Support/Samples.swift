import ByteText
import ImageAnalysis
import ImageCodec
import TestKit

@testable import ImageDataset

/// Values of the model that no picture stands behind.
enum Samples {
  static let time = Timestamp(year: 2026, month: 3, day: 4, hour: 5, minute: 6, second: 7)

  /// Facts whose id is 16 hex digits of a number.
  static func facts(_ number: UInt64, format: ImageFormat = .png) -> ImageFacts {
    let head = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    return ImageFacts(
      sha256: head + [UInt8](repeating: 7, count: 24), bytes: 1_000 + Int(number % 100),
      format: format, width: 40, height: 30, orientation: 1, mode: .rgb8,
      colours: [DominantColour(red: 255, green: 0, blue: 0, share: 0.75)], fingerprint: number,
      icc: nil, hasGPS: false, warnings: [])
  }

  static func record(
    _ number: UInt64, in className: ByteString = "cat", format: ImageFormat = .png,
    visibility: Visibility = .public
  ) -> ImageRecord {
    ImageRecord(
      facts: facts(number, format: format), className: className, source: "from/a.png", by: "ann",
      visibility: visibility, added: time)
  }

  /// The line of a change by `ann`, without its newline.
  static func line(_ change: CatalogRecord.Change) -> ByteString {
    ByteString(CatalogRecord(time: time, by: "ann", change: change).line.dropLast())
  }
}
