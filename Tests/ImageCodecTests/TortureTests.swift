import Foundation
import ImageCodec
import Testing

/// Every file of the foreign suites gets the verdict its oracles agree on.
@Suite(.enabled(if: Corpus.folder != nil, "left out: no corpus beside the package"))
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
    for entry in try Corpus.torture() {
      let found = verdict(on: try Corpus.bytes(of: entry))
      let words = found.refusal.map { "reject\t\($0.code)\t\($0.mediaType ?? "")\t\($0.message)" }
      let line = words ?? "accept\t\(found.warnings.joined(separator: "; "))"
      report += "\(entry.path)\t\(entry.must)\t\(line)\n"
      let isWrong = entry.must == (found.refusal == nil ? "reject" : "accept")
      if isWrong { wrong.append("\(entry.path): \(line)") }
    }
    if let file = ProcessInfo.processInfo.environment["IMGDS_VERDICTS"] {
      try report.write(toFile: file, atomically: true, encoding: .utf8)
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test(arguments: [(1, 4096), (192, 977)])
  func `judges alike at every scale and in every piece`(enoughSide: Int, piece: Int) throws {
    for entry in try Corpus.torture() {
      let bytes = try Corpus.bytes(of: entry)
      #expect(
        verdict(on: bytes, enoughSide: enoughSide, piece: piece) == verdict(on: bytes),
        "\(entry.path)")
    }
  }
}
