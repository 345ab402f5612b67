import ByteText
import ImageCodec
import TestKit
import Testing

/// Every file of the foreign suites gets the verdict its oracles agree on.
@Suite(.enabled(if: Corpora.isPresent, "\(Corpora.leftOut)"))
struct TortureTests {
  private struct Verdict: Equatable {
    var refusal: DecodeRefusal?
    var warnings: [String] = []
  }

  private func verdict(on bytes: [UInt8], enoughSide: Int = 0, piece: Int = .max) -> Verdict {
    var options = DecodeOptions()
    options.enoughSide = enoughSide
    var rows = RowCounter()
    do {
      let stream = BytesStream(bytes, piece: piece)
      return Verdict(
        warnings: try decodeImage(from: stream, options: options, into: &rows).warnings)
    } catch {
      return Verdict(refusal: error)
    }
  }

  /// With `IMGDS_VERDICTS=FILE` the verdicts are written there, one line a file.
  @Test func `takes and refuses what every other decoder takes and refuses`() throws {
    var report = ""
    var wrong: [String] = []
    for entry in try Corpora.torture() {
      let found = verdict(on: try FileTree.read(entry.file))
      let words = found.refusal.map { "reject\t\($0.code)\t\($0.mediaType ?? "")\t\($0.message)" }
      let line = words ?? "accept\t\(found.warnings.joined(separator: "; "))"
      report += "\(entry["path"].displayed)\t\(entry["must"])\t\(line)\n"
      let isWrong = entry["must"] == (found.refusal == nil ? "reject" : "accept")
      if isWrong { wrong.append("\(entry["path"].displayed): \(line)") }
    }
    if let file = Places.variable("IMGDS_VERDICTS") {
      try FileTree.write(file, Array(report.utf8))
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test(arguments: [(1, 4096), (192, 977)])
  func `judges alike at every scale and in every piece`(enoughSide: Int, piece: Int) throws {
    for entry in try Corpora.torture() {
      let bytes = try FileTree.read(entry.file)
      #expect(
        verdict(on: bytes, enoughSide: enoughSide, piece: piece) == verdict(on: bytes),
        "\(entry["path"].displayed)")
    }
  }
}
