import CArithmetic
import TestKit
import Testing

@testable import ImageAnalysis

/// The loops that make a picture small against their definitions, bit by bit.
@Suite struct PixelLoopsTests {
  private func packed(_ row: [UInt8], _ pixel: Int, _ channels: Int) -> UInt32 {
    let sample = (0..<min(channels, 3)).map { UInt32(row[pixel * channels + $0]) }
    return channels < 3 ? sample[0] * 0x01_0101 : sample[0] | sample[1] << 8 | sample[2] << 16
  }

  @Test(arguments: [1, 3], [1, 7, 32, 96])
  func `pixels are kept as they are, with their luma`(channels: Int, width: Int) {
    var noise = Noise(seed: width)
    let row = (0..<width * channels).map { _ in noise.byte() }
    var list = PixelList(capacity: width * 2)
    var luma = [Float](repeating: -1, count: width * 2)
    for first in [0, width] {
      list.keep(row.span, channels: channels, count: width, luma: &luma, at: first)
    }
    let expected = (0..<width).map { packed(row, $0, channels) }
    #expect(list.storage == expected + expected && list.count == width * 2)
    for (pixel, luma) in zip(expected, luma.prefix(width)) {
      let (red, green, blue) = (
        Float(pixel & 255), Float(pixel >> 8 & 255), Float(pixel >> 16)
      )
      #expect(luma == (0.299 * red + 0.587 * green) + (0.114 * blue - 255) + 255)
    }
    #expect(luma.prefix(width) == luma.suffix(width))
  }

  @Test(arguments: 1...4)
  func `single pixels are taken at their parts of the boxes, if opaque`(channels: Int) {
    for (width, boxes) in [(1, 1), (97, 96), (640, 96), (4_001, 24)] {
      var noise = Noise(seed: width)
      let row = (0..<width * channels).map { _ in noise.byte() }
      for first in 0..<min(4, boxes) {
        let (phase, perBox) = (
          UInt32(truncatingIfNeeded: noise.next()), Double(width) / Double(boxes)
        )
        let places = imgds_sampling(
          first: first, step: 4, boxes: boxes, pixels_per_box: perBox, last: width - 1, phase: phase
        )
        var list = PixelList(capacity: boxes)
        list.take(row.span, channels: channels, places)
        let pixels = stride(from: first, to: boxes, by: 4).map { box in
          let spread = Double(UInt32(box) &* 0xC13F_A9A9 &+ phase) * 0x1p-32
          return min(Int((Double(box) + spread) * perBox), width - 1)
        }
        let opaque = pixels.filter {
          !channels.isMultiple(of: 2) || row[($0 + 1) * channels - 1] >= 128
        }
        #expect(
          list.storage.prefix(list.count) == ArraySlice(opaque.map { packed(row, $0, channels) }))
      }
    }
  }

  @Test(arguments: 1...4)
  func `boxes are averaged over white, and left out where they are transparent`(channels: Int) {
    let edges = [0, 1, 4, 9, 11, 12]
    var noise = Noise(seed: channels)
    for rows in [1, 3, 40] {
      let sums: [SIMD4<UInt32>] = (0..<5).map { box in
        let most = (edges[box + 1] - edges[box]) * rows * 255
        // Colours are weighed by alpha, so none is above it but by rounding.
        let alpha = channels.isMultiple(of: 2) ? Int.random(in: 0...most, using: &noise) : most
        var sum = SIMD4<UInt32>()
        for channel in 0..<4 { sum[channel] = UInt32(Int.random(in: 0...alpha, using: &noise)) }
        if channels.isMultiple(of: 2) { sum[channels - 1] = UInt32(alpha) }
        return sum
      }
      var list = PixelList(capacity: 5)
      var luma = [Float](repeating: -1, count: 6)
      list.average(sums, edges: edges, rows: rows, channels: channels, luma: &luma, at: 1)
      var expected: [UInt32] = []
      for (box, sum) in sums.enumerated() {
        let part = 1 / Float((edges[box + 1] - edges[box]) * rows)
        let mean = (0..<4).map { Float(sum[$0]) * part }
        let (red, alpha) = (mean[0], [255, mean[1], 255, mean[3]][channels - 1])
        let (green, blue) = channels < 3 ? (red, red) : (mean[1], mean[2])
        #expect(
          luma[box + 1] == (0.299 * red + 0.587 * green) + (0.114 * blue + -1 * alpha) + 255)
        guard alpha >= 127.5 else { continue }
        let whole = [red, green, blue].map { colour in
          UInt32(min(255, alpha < 255 ? colour * (255 / alpha) : colour).rounded(.toNearestOrEven))
        }
        expected.append(whole[0] | whole[1] << 8 | whole[2] << 16)
      }
      #expect(list.storage.prefix(list.count) == ArraySlice(expected))
      #expect(luma[0] == -1)
    }
  }

  @Test(arguments: [1, 49, 51, 1_024, 9_216], [3, 40, 4_000])
  func `boxes and common colours are those that counting gives`(count: Int, colours: Int) {
    var noise = Noise(seed: count + colours)
    let palette = (0..<colours).map { _ in UInt32(truncatingIfNeeded: noise.next()) & 0x3F_3F3F }
    let drawn = (0..<count).map { _ in
      palette[
        min(Int.random(in: 0..<colours, using: &noise), Int.random(in: 0..<colours, using: &noise))]
    }
    var list = PixelList(capacity: count)
    var luma = [Float](repeating: 0, count: count)
    let row = drawn.flatMap { [UInt8($0 & 255), UInt8($0 >> 8 & 255), UInt8($0 >> 16)] }
    list.keep(row.span, channels: 3, count: count, luma: &luma, at: 0)
    func box(_ pixel: UInt32) -> UInt16 {
      let (red, green, blue) = (pixel >> 3 & 31, pixel >> 11 & 31, pixel >> 19 & 31)
      return UInt16(red | green << 5 | blue << 10)
    }
    var order: [UInt16] = []
    var sums: [UInt16: SIMD4<UInt32>] = [:]
    for pixel in drawn {
      if sums[box(pixel)] == nil { order.append(box(pixel)) }
      sums[box(pixel), default: .zero] &+= SIMD4(pixel & 255, pixel >> 8 & 255, pixel >> 16, 1)
    }
    let boxes = list.boxes()
    #expect(boxes.found == order && boxes.sums == order.map { sums[$0, default: .zero] })
    let least = (count + 49) / 50
    let crowded = list.crowdedBoxes(of: least)
    #expect(Set(crowded) == Set(order.filter { sums[$0, default: .zero][3] >= least }))
    #expect(Set(ColourHistogram(list).boxes(of: least)) == Set(crowded))
    let counts = Dictionary(drawn.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value >= least }
    let common = list.commonColours(of: least, in: crowded)
    #expect(Dictionary(uniqueKeysWithValues: common.map { ($0.pixel, Int($0.count)) }) == counts)
    #expect(list.commonColours(of: least, in: []).isEmpty)
  }

  @Test func `signs are those about the median, of equal numbers too`() {
    var noise = Noise(seed: 1)
    for grid in [Float(0.5), 3, 50, 1_000] {
      for _ in 0..<50 {
        let numbers = (0..<64).map { _ in
          (Float.random(in: -100...100, using: &noise) / grid).rounded() * grid
        }
        let sorted = numbers.sorted()
        let median = (sorted[31] + sorted[32]) / 2
        let expected = numbers.reduce(0 as UInt64) { $0 << 1 | ($1 > median ? 1 : 0) }
        #expect(unsafe imgds_fingerprint_signs(numbers) == expected)
      }
    }
  }

  @Test func `colours have the same place at both widths`() {
    guard imgds_has_wide_vectors() else { return }
    var noise = Noise(seed: 2)
    let space = UniformSpace.din99o
    let numbers = (0..<320).map { _ in Float.random(in: -9...300, using: &noise) }
    let places = [false, true].map { isWide in
      var blocks = numbers
      unsafe imgds_cloud_place(
        imgds_cloud(count: 10, is_wide: isWide), space.shape, space.light.cells,
        space.compressed.cells, space.lightness.cells, space.chroma.cells, &blocks)
      return blocks
    }
    #expect(places[0] == places[1] && places[0] != numbers)
  }
}
