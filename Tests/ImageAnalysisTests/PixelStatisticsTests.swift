import ImageAnalysis
import Testing

struct PixelStatisticsTests {
  private func statistics(_ drawing: Drawing) -> PixelStatistics {
    var statistics = PixelStatistics()
    drawing.pass(to: &statistics)
    return statistics
  }

  @Test func `half black and half white has mean and deviation of one half`() {
    let drawing = Drawing.rgb(10, 4) { x, _ in x < 5 ? 0 : 0xFFFFFF }
    #expect(statistics(drawing).mean == [0.5, 0.5, 0.5])
    #expect(statistics(drawing).standardDeviation == [0.5, 0.5, 0.5])
  }

  @Test func `merging is the same as one large picture and not the mean of deviations`() {
    var merged = statistics(Drawing.rgb(4, 4) { _, _ in 0 })
    merged.merge(statistics(Drawing.rgb(4, 4) { _, _ in 0xFF0000 }))
    let whole = statistics(Drawing.rgb(8, 4) { x, _ in x < 4 ? 0 : 0xFF0000 })
    #expect(merged.mean == whole.mean)
    #expect(merged.standardDeviation == [0.5, 0, 0])
    #expect(merged.pixels == 32)
  }

  @Test(arguments: [1, 2, 3, 4])
  func `sixteen bits count by 65535 and alpha not at all`(channels: Int) {
    let drawing = Drawing(width: 3, height: 3, channels: channels, bitDepth: 16) { _, _ in
      Array([13_107, 13_107, 13_107].prefix((channels - 1) / 2 * 2 + 1))
        + Array(repeating: 1, count: channels.isMultiple(of: 2) ? 1 : 0)
    }
    #expect(statistics(drawing).mean == [0.2, 0.2, 0.2])
    #expect(statistics(drawing).standardDeviation == [0, 0, 0])
  }

  @Test func `no pixels have no mean`() {
    #expect(PixelStatistics().mean == nil)
    #expect(PixelStatistics().standardDeviation == nil)
  }
}
