import Foundation
import ImageCodec
import Testing

/// Every file of the foreign suites gets the verdict its oracles agree on.
///
/// With `IMGDS_VERDICTS=FILE` the verdicts are written there, one line a file.
@Suite(.enabled(if: Corpus.folder != nil, "left out: no corpus beside the package"))
struct TortureTests {
  @Test func `takes and refuses what every other decoder takes and refuses`() throws {
    var verdicts = ""
    var wrong: [String] = []
    for entry in try Corpus.torture() {
      let bytes = try Corpus.bytes(of: entry)
      var rows = RowCounter()
      let verdict: String
      do {
        let info = try decodeImage(
          from: BytesStream(bytes), options: DecodeOptions(), into: &rows)
        verdict = "accept\t\(info.header.mode.name)\t\(info.warnings.joined(separator: "; "))"
        if entry.must == "reject" { wrong.append("\(entry.path): \(verdict)") }
      } catch {
        verdict = "reject\t\(error.code)\t\(error.message)"
        if entry.must == "accept" { wrong.append("\(entry.path): \(verdict)") }
      }
      verdicts += "\(entry.path)\t\(entry.must)\t\(verdict)\n"
    }
    if let file = ProcessInfo.processInfo.environment["IMGDS_VERDICTS"] {
      try verdicts.write(toFile: file, atomically: true, encoding: .utf8)
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }
}
