import ImageAnalysis
import Testing

struct DominantColoursTests {
  @Test(arguments: [(1, 1), (2, 2), (100, 80), (640, 480), (1, 10_000), (9_999, 3), (121, 121)])
  func `a picture of one colour has that colour alone`(width: Int, height: Int) {
    let drawing = Drawing.rgb(width, height) { _, _ in 0x7B1113 }
    #expect(drawing.colours == ["#7b1113 1.0"])
  }

  @Test(arguments: [(2, 1), (64, 64), (500, 300), (1_000, 40), (1_920, 1_080)])
  func `half red and half blue is no purple`(width: Int, height: Int) {
    let drawing = Drawing.rgb(width, height) { x, _ in x < width / 2 ? 0xFF0000 : 0x0000FF }
    #expect(drawing.colours == ["#0000ff 0.5", "#ff0000 0.5"])
  }

  @Test(arguments: [1, 2, 3, 7, 40])
  func `stripes are of their own colours however fine`(period: Int) throws {
    let drawing = Drawing.rgb(560, 560) { x, _ in
      (x / period).isMultiple(of: 2) ? 0xFCD116 : 0x006233
    }
    let colours = drawing.analysis().colours
    #expect(Set(colours.prefix(2).map(\.hex)) == ["#fcd116", "#006233"])
    for colour in colours.prefix(2) { #expect(abs(colour.share - 0.5) < 0.02) }
  }

  @Test(arguments: [1, 2, 3, 7, 40])
  func `level stripes are seen as well as upright ones`(period: Int) {
    let drawing = Drawing.rgb(600, 1_120) { _, y in
      (y / period).isMultiple(of: 4) ? 0xFCD116 : 0x006233
    }
    let colours = drawing.analysis().colours
    #expect(colours.prefix(2).map(\.hex) == ["#006233", "#fcd116"])
    #expect(abs(colours[1].share - 0.25) < 0.02)
  }

  @Test(arguments: [25, 50, 480, 500, 1_999])
  func `five bands come out exact with their shares`(height: Int) {
    let inks: [UInt32] = [0xCE1126, 0xFFFFFF, 0x002868, 0xFCD116, 0x000000]
    let colours = Drawing.rgb(300, height) { _, y in inks[y * 5 / height] }.analysis().colours
    #expect(
      colours.map(\.hex).sorted() == ["#000000", "#002868", "#ce1126", "#fcd116", "#ffffff"])
    for colour in colours { #expect(abs(colour.share - 0.2) < 0.005) }
  }

  @Test(arguments: [101, 301, 333, 997])
  func `an edge inside a box of the thumbnail makes no third colour`(width: Int) {
    let drawing = Drawing.rgb(width, 200) { x, _ in x < width / 2 ? 0xFF0000 : 0x0000FF }
    #expect(Set(drawing.analysis().colours.map(\.hex)) == ["#ff0000", "#0000ff"])
  }

  @Test func `transparent pixels do not count`() {
    let drawing = Drawing(width: 200, height: 100, channels: 4) { x, _ in
      x < 100 ? [255, 0, 0, 127] : x < 150 ? [0, 128, 0, 128] : [0, 0, 255, 255]
    }
    #expect(drawing.colours == ["#0000ff 0.5", "#008000 0.5"])
  }

  @Test func `a picture that is transparent all over has no colours`() {
    let drawing = Drawing(width: 300, height: 300, channels: 4) { _, _ in [9, 9, 9, 0] }
    #expect(drawing.colours.isEmpty)
    let grey = Drawing(width: 30, height: 30, channels: 2) { _, _ in [200, 127] }
    #expect(grey.colours.isEmpty)
  }

  @Test func `a single opaque pixel is found in a large picture`() {
    let drawing = Drawing(width: 1_000, height: 1_000, channels: 4) { x, y in
      x == 503 && y == 777 ? [1, 2, 3, 255] : [0, 0, 0, 0]
    }
    #expect(drawing.colours == ["#010203 1.0"])
  }

  @Test(arguments: [(1, 8), (1, 16), (2, 8), (2, 16), (3, 16), (4, 8), (4, 16)])
  func `every layout gives the same colours`(channels: Int, bitDepth: Int) {
    let drawing = Drawing(width: 120, height: 90, channels: channels, bitDepth: bitDepth) { x, _ in
      let value: UInt16 = x < 80 ? 40 : 200
      let alpha = channels.isMultiple(of: 2) ? 1 : 0
      let samples =
        Array(repeating: value, count: channels - alpha) + Array(repeating: 255, count: alpha)
      return samples.map { bitDepth == 16 ? $0 * 257 : $0 }
    }
    #expect(drawing.colours == ["#282828 0.6667", "#c8c8c8 0.3333"])
  }

  @Test func `no more than five colours, largest first, with shares of at most one`() {
    let drawing = Drawing.rgb(333, 217) { x, y in
      UInt32(x * 5 & 255) << 16 | UInt32(y * 3 & 255) << 8 | UInt32((x * y) & 255)
    }
    let colours = drawing.analysis().colours
    #expect(colours.count == 5)
    #expect(colours.map(\.share) == colours.map(\.share).sorted(by: >))
    #expect(colours.reduce(0) { $0 + $1.share } < 1 + 1e-9)
    #expect(drawing.analysis() == drawing.analysis())
  }

  @Test func `edges of a transparent shape do not darken its colour`() {
    let drawing = Drawing(width: 512, height: 512, channels: 4) { x, y in
      let inside = (x - 256) * (x - 256) + (y - 256) * (y - 256) < 40_000
      return inside ? [250, 200, 20, 255] : [0, 0, 0, 0]
    }
    #expect(drawing.colours == ["#fac814 1.0"])
  }
}
