import ByteText
import CommandGrammar
import ImageDataset
import System

extension CommandContext {
  /// What the words of `pack` ask for.
  func packOptions(_ dataset: Dataset) throws -> PackOptions {
    let isSharded = invocation.value(.format) == "webdataset"
    let target = invocation.value(.output) ?? (isSharded ? "." : dataset.archiveName)
    var options = PackOptions(output: target == "-" ? .standardOutput : .file(target))
    options.format = isSharded ? .webdataset : .zip
    options.shardSize = invocation.size(.shardSize)
    options.query = try SearchQuery(invocation.values(.where))
    options.includesPrivate = invocation.flag(.includePrivate)
    if !isSharded, invocation.value(.split) == nil, invocation.flag(.seed) {
      throw invocation.usageError(
        "'--seed' does nothing without '--split' or '--format webdataset'")
    }
    options.seed = invocation.number(.seed) ?? options.seed
    options.split = try split()
    options.treatment = try treatment()
    options.isSplitIntoFiles = invocation.flag(.splitFiles)
    options.isPlain = invocation.flag(.plain)
    options.tellsProvenance = invocation.flag(.provenance)
    options.hasCroissant = invocation.flag(.croissant)
    options.jobs = jobs
    options.tellsDigest = isJSON
    options.date = try date()
    return options
  }

  private func split() throws -> PackOptions.Split? {
    guard let weights = invocation.value(.split) else { return nil }
    guard let shares = SplitShares(weights) else {
      throw invocation.usageError(
        "'--split' takes two or three weights above 0, as 80,20 or 80,10,10, "
          + "not '\(weights.displayed)'")
    }
    var split = PackOptions.Split(shares)
    split.earlier = invocation.values(.keepSplit)
    split.keepsNearDuplicatesTogether = !invocation.flag(.noNearDuplicates)
    if let path = invocation.value(.groupBy) {
      let bytes = try Files.readWhole(path, atMost: LabelTable.largest)
      split.groups = try GroupTable(bytes, path: path)
    }
    return split
  }

  private func treatment() throws -> PixelTreatment {
    var treatment = PixelTreatment()
    treatment.makesUpright = invocation.flag(.upright)
    treatment.strips = invocation.flag(.strip)
    treatment.quality = invocation.number(.quality) ?? treatment.quality
    guard let size = invocation.value(.resize) else { return treatment }
    let sides = size.asciiLowercased.split(on: UInt8(ascii: "x")).map { Decimal.number($0.bytes) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      (1...Self.largestSide).contains(width), (1...Self.largestSide).contains(height)
    else {
      throw invocation.usageError(
        "'--resize' takes a width and a height up to \(Self.largestSide), as 256x256, "
          + "not '\(size.displayed)'")
    }
    treatment.resize = .init(width: width, height: height, fit: invocation.value(.fit))
    return treatment
  }

  /// The longest side that a result may have: well within what a JPEG can hold.
  private static let largestSide = 30_000

  /// The date of every entry, from `SOURCE_DATE_EPOCH` if that is set.
  private func date() throws(UsageError) -> Timestamp? {
    guard let text = Environment.value("SOURCE_DATE_EPOCH"), !text.isEmpty else { return nil }
    guard let seconds = Decimal.number(text.bytes) else {
      throw UsageError("SOURCE_DATE_EPOCH is no number of seconds: '\(text.displayed)'")
    }
    return Timestamp(seconds: seconds)
  }
}
