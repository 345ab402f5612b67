internal import ByteText
internal import ImageAnalysis
internal import System

/// Sums the pixels of many pictures, on several threads.
struct PixelSums {
  private var statistics = PixelStatistics()
  /// What could not be summed, in words.
  private(set) var faults: [String] = []

  /// Reads every image at a place of a dataset.
  init(of places: [ImagePlace], in dataset: Dataset, jobs: Int) {
    let examiner = PictureExaminer(
      depth: .statistics, maxPixels: VerifyOptions(path: "").maxPixels,
      budget: .forDecoding(jobs: jobs))
    var rest = places[...]
    mapInOrder(
      jobs: jobs, window: 64,
      next: { Interrupt.received == nil ? rest.popFirst() : nil },
      work: { place in
        examiner.examine(
          Picture(
            file: place.file, className: place.className, place: place,
            open: Picture.opener(dataset.path.appending(place.file))))
      },
      consume: { add($0) })
  }

  init() {}

  /// Takes in a picture that was examined for its statistics.
  mutating func add(_ examined: ExaminedPicture) {
    guard let own = examined.examination?.statistics, examined.facts != nil else {
      let file = examined.picture.file.displayed
      let words = examined.fault?.words ?? "they are no sound image's, see 'imgds verify'"
      faults.append("the pixels of '\(file)' cannot be read and do not count: \(words)")
      return
    }
    statistics.merge(own)
  }

  var report: StatsReport.Pixels? {
    guard let mean = statistics.mean, let deviation = statistics.standardDeviation else {
      return nil
    }
    return StatsReport.Pixels(mean: mean, deviation: deviation)
  }
}
