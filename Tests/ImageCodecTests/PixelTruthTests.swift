import ByteText
import ImageCodec
import TestKit
import Testing

/// Decoded pixels against other decoders, over the corpus.
///
/// `IMGDS_PYTHON` names a Python that has Pillow; djpeg is used where it is on `PATH`.
struct PixelTruthTests {
  private static let python = Places.variable("IMGDS_PYTHON")

  @Test(
    .enabled(
      if: python != nil && Corpora.isPresent,
      "left out: IMGDS_PYTHON names no Python with Pillow, or there is no corpus"))
  func `pixels equal those of pillow and djpeg`() throws {
    let dir = try Dir()
    var table: [ByteString] = []
    for entry in try Corpora.torture() where entry["pillow"] == "ok" {
      var pixels = PixelCollector()
      let stream = BytesStream(try FileTree.read(entry.file))
      guard let info = try? decodeImage(from: stream, options: DecodeOptions(), into: &pixels)
      else { continue }
      let (header, layout) = (info.header, pixels.layout)
      let rows = dir.path(ByteString("\(table.count).rows"))
      try FileTree.write(rows, pixels.bytes)
      let facts = [
        header.format.name, "\(layout.width)", "\(layout.height)", "\(layout.channels)",
        "\(layout.bitDepth)", header.mode.name,
      ]
      let cells = [entry.file] + facts.map { ByteString($0) } + [rows]
      table.append(ByteString(cells.map(\.bytes).joined(separator: [UInt8(ascii: "\t")])))
    }
    let lines = table.map { $0 + ByteString("\n") }
    try dir.write("table", Array(lines.map(\.bytes).joined()))
    let script = Places.package.appending("Tests/Interop/compare_pixels.py")
    let output = try dir.run(Self.python ?? "python3", script, dir.path("table"))
    #expect(output.text == "")
    #expect(output.errors == "compared \(table.count)\n")
  }
}
