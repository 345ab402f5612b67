internal import ByteText
internal import ImageAnalysis
internal import ImageCodec

/// Asks which pictures can hardly be seen, and which are shaped unlike the others.
///
/// Of a picture it keeps its name and 9 bytes. Definitions and thresholds are those of cleanvision
/// 0.3.7, but that greyscale is odd only where most pictures have colour.
struct QualityCheck: Check {
  private static let leastAspect = 0.35

  private let codes: Set<Finding.Code>
  private var files = ByteStringPool()
  private var sizes: [Double] = []
  private var isGrey: [Bool] = []

  /// - Parameter codes: what is looked for.
  init(_ codes: Set<Finding.Code>) {
    self.codes = codes
  }

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    guard let facts = picture.facts else { return }
    let file = picture.picture.file
    files.append(file)
    sizes.append(Double(facts.width).squareRoot() * Double(facts.height).squareRoot())
    isGrey.append(facts.mode.isGrey)
    func judge(_ code: Finding.Code, _ score: Double, below least: Double, _ message: String) {
      guard codes.contains(code), score < least else { return }
      report(Finding(code, file, message, score: score))
    }
    if let quality = picture.examination?.measures?.quality {
      judge(
        .dark, quality.dark, below: QualityMeasures.leastDark,
        "even its brightest parts are dark")
      judge(
        .light, quality.light, below: QualityMeasures.leastLight,
        "even its darkest parts are nearly white")
      judge(
        .blurry, quality.blurry, below: QualityMeasures.leastBlurry, "it has hardly an edge")
      judge(
        .lowInformation, quality.lowInformation, below: QualityMeasures.leastInformation,
        "it has hardly more than one colour")
    }
    let sides = [Double(facts.width), Double(facts.height)]
    judge(
      .oddAspect, min(sides[0] / sides[1], sides[1] / sides[0]), below: Self.leastAspect,
      "\(facts.width)x\(facts.height) is a narrow strip")
  }

  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) {
    if codes.contains(.oddSize) {
      let usual = UsualSizes(sizes)
      for (number, size) in sizes.enumerated() where !usual.contain(size) {
        let message = "its size is unusual here: \(usual.words(about: size))"
        report(Finding(.oddSize, files[number], message, score: usual.score(of: size)))
      }
    }
    let grey = isGrey.indices.filter { isGrey[$0] }
    if codes.contains(.greyscale), grey.count * 2 < isGrey.count {
      for number in grey {
        report(Finding(.greyscale, files[number], "it is greyscale where most have colour"))
      }
    }
  }
}

extension PixelMode {
  fileprivate var isGrey: Bool {
    switch self {
    case .gray1, .gray2, .gray4, .gray8, .gray16, .graya8, .graya16: true
    case .rgb8, .rgb16, .rgba8, .rgba16, .palette1, .palette2, .palette4, .palette8, .cmyk8, .ycck8:
      false
    }
  }
}
