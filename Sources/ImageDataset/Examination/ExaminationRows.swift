internal import ArchiveFormats
internal import ImageAnalysis
internal import ImageCodec
internal import System

/// What looks at the rows of a picture as they are decoded, in one pass.
struct ExaminationRows: RowConsumer {
  private(set) var analyser: PictureAnalyser?
  private(set) var pixels: PixelHash?
  private(set) var measurer: PictureMeasurer?
  private(set) var statistics: PixelStatistics?
  private(set) var sketcher: PictureSketcher?
  private let budget: MemoryBudget
  private(set) var reserved = 0

  init(_ depth: Examination.Depth, budget: MemoryBudget) {
    analyser = depth.contains(.analysis) ? PictureAnalyser() : nil
    pixels = depth.contains(.pixels) ? PixelHash() : nil
    statistics = depth.contains(.statistics) ? PixelStatistics() : nil
    let (likeness, quality) = (depth.contains(.likeness), depth.contains(.quality))
    measurer = likeness || quality ? PictureMeasurer(likeness: likeness, quality: quality) : nil
    sketcher = depth.contains(.sketch) ? PictureSketcher() : nil
    self.budget = budget
  }

  mutating func begin(_ header: ImageHeader, layout: PixelLayout, workingBytes: Int) {
    if workingBytes > 0 {
      budget.acquire(workingBytes)
      reserved = workingBytes
    }
    analyser?.begin(header, layout: layout, workingBytes: workingBytes)
    measurer?.begin(header, layout: layout, workingBytes: workingBytes)
    statistics?.begin(header, layout: layout, workingBytes: workingBytes)
    sketcher?.begin(header, layout: layout, workingBytes: workingBytes)
    pixels?.update([layout.width, layout.height, layout.channels, layout.bitDepth])
  }

  mutating func row(_ y: Int, _ samples: Span<UInt8>) {
    analyser?.row(y, samples)
    measurer?.row(y, samples)
    statistics?.row(y, samples)
    sketcher?.row(y, samples)
    pixels?.update(samples)
  }
}

extension PixelHash {
  /// Mixes in some numbers, each as 8 bytes, least significant first.
  fileprivate mutating func update(_ numbers: [Int]) {
    let bytes = numbers.flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    update(bytes.span)
  }
}
