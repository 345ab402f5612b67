internal import ByteText
internal import ImageCodec
internal import System

/// Finds the fingerprint that others are compared with.
struct LikenessReference {
  private let sifter: ListSifter
  private static let fewestDigits = 4
  private static let maxPixels = 178_956_970

  init(_ sifter: ListSifter) {
    self.sifter = sifter
  }

  /// The fingerprint of the image whose id begins so, or of the picture in a file.
  ///
  /// - Throws: ``DatasetError`` if no image has such an id, or more than one, or the file is no sound
  ///   picture; ``SystemError`` if it cannot be read.
  func fingerprint(of argument: ByteString, in catalog: CatalogFile) throws -> UInt64 {
    let isPath = argument.bytes.contains(UInt8(ascii: "/"))
    if !isPath, let entry = try entry(argument) {
      var found: UInt64?
      let block = try RecordBlock(catalog.shared.file, [entry], of: sifter.index)
      let faults = block.read { found = $0.facts.fingerprint }
      if let found { return found }
      throw DatasetError.usage(
        "cannot compare with '\(argument.displayed)': its record \(faults[0].message)")
    }
    if ImageLocator.isPrefix(argument), try !Files.exists(argument) {
      throw DatasetError.usage(
        "cannot compare with '\(argument.displayed)': the dataset has no such image, "
          + "and there is no such file")
    }
    let stream = FileReader(try OpenFile.reading(argument))
    let examination = Examination.of(
      stream, depth: .analysis, maxPixels: Self.maxPixels, budget: .forDecoding(jobs: 1))
    if let failure = stream.failure { throw failure }
    do {
      return try examination.verdict.get().fingerprint
    } catch {
      throw DatasetError.usage(
        "cannot compare with '\(argument.displayed)': \(error.message)")
    }
  }

  private func entry(_ prefix: ByteString) throws -> CatalogIndex.Entry? {
    guard (Self.fewestDigits...16).contains(prefix.count),
      let number: UInt64 = Hexadecimal.number(prefix.bytes)
    else { return nil }
    let fitting = sifter.index.entries.values.filter {
      $0.id.number >> UInt64(64 - 4 * prefix.count) == number && sifter.sees($0)
    }
    guard fitting.count < 2 else {
      throw DatasetError.usage(
        "cannot compare with '\(prefix.displayed)': \(fitting.count) images have ids that begin so")
    }
    return fitting.first
  }
}
