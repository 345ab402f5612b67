internal import ByteText
internal import ImageAnalysis
internal import ImageCodec

/// What some images of a set come to; several of them make the whole.
struct StatsCounts: Sendable {
  struct ClassCount: Sendable {
    var images = 0
    var bytes = 0
  }

  private(set) var images = 0
  private(set) var bytes = 0
  private(set) var privateImages = 0
  /// By the number of a class; what the numbers mean is the caller's.
  private(set) var classes: [ClassCount] = []
  private(set) var formats = Tally<ImageFormat>()
  private(set) var modes = Tally<PixelMode>()
  private(set) var orientations = Tally<Int>()
  private(set) var widths = Tally<Int>()
  private(set) var heights = Tally<Int>()
  private(set) var colours = ColourSummary()
  /// Images for which classes were suggested, and those that are in the first of them.
  private(set) var suggested = 0
  private(set) var suggestedRight = 0

  mutating func add(_ facts: ImageFacts, in className: Int, _ visibility: Visibility) {
    count(facts.bytes, in: className, visibility)
    formats.add(facts.format)
    modes.add(facts.mode)
    orientations.add(facts.orientation)
    widths.add(facts.width)
    heights.add(facts.height)
    colours.add(facts.colours)
  }

  /// Counts an image, or with a negative number takes it out again.
  mutating func add(
    _ facts: QuickFacts, in className: Int, _ visibility: Visibility, times: Int = 1
  ) {
    count(facts.head.bytes, in: className, visibility, times: times)
    formats.add(facts.head.format, times: times)
    modes.add(facts.mode, times: times)
    orientations.add(facts.orientation, times: times)
    widths.add(facts.width, times: times)
    heights.add(facts.height, times: times)
    colours.add(facts, times: times)
  }

  /// Counts what was suggested for an image that is counted already.
  mutating func add(_ suggestions: [Suggestion], for className: ByteString) {
    guard let first = suggestions.first else { return }
    suggested += 1
    suggestedRight += first.className == className ? 1 : 0
  }

  private mutating func count(
    _ size: Int, in className: Int, _ visibility: Visibility, times: Int = 1
  ) {
    images += times
    bytes += size * times
    privateImages += visibility == .private ? times : 0
    while classes.count <= className { classes.append(ClassCount()) }
    classes[className].images += times
    classes[className].bytes += size * times
  }

  /// Takes in others.
  ///
  /// - Parameter classNumbers: the number here of each class there; nil if they are the same.
  mutating func merge(_ other: StatsCounts, classNumbers: [Int32]? = nil) {
    images += other.images
    bytes += other.bytes
    privateImages += other.privateImages
    for (there, share) in other.classes.enumerated() {
      let place = classNumbers.map { Int($0[there]) } ?? there
      while classes.count <= place { classes.append(ClassCount()) }
      classes[place].images += share.images
      classes[place].bytes += share.bytes
    }
    formats.merge(other.formats)
    modes.merge(other.modes)
    orientations.merge(other.orientations)
    widths.merge(other.widths)
    heights.merge(other.heights)
    colours.merge(other.colours)
    suggested += other.suggested
    suggestedRight += other.suggestedRight
  }
}
