internal import ByteText
internal import System

/// The images that go into an archive and what is known of them.
struct PackPlan {
  /// Sorted by the bytes of ``Image/file``.
  var images: [Image] = []
  var card = DatasetCard()
  var privateImages = 0
  /// Private images that stay out.
  var leftOut = 0
  /// What makes an archive impossible.
  var faults: [Finding] = []
  var strays: [ByteString] = []
  /// Classes whose folders may not be listed.
  var closedClasses: Set<ByteString> = []
  /// Whether an image was moved while it was looked for: plan again.
  var isStale = false
  /// How many images were decoded to find near-duplicates.
  var compared = 0

  /// The classes that hold images, in index order.
  private(set) var classes: [ByteString] = []
  /// The parts that hold images, in the order train, val, test.
  private(set) var parts: [SplitPart] = []
  /// Whether any image has extra labels, or a description.
  private(set) var hasLabels = false
  private(set) var hasDescriptions = false

  /// Sorts the images and notes what is told of them together.
  mutating func arrange() {
    Self.sort(&images)
    let folders = images[...].folders
    classes = Set(folders.map { $0[$0.startIndex].place.className }).sorted()
    parts = Set(folders.compactMap { $0[$0.startIndex].part }).sorted()
    hasLabels = images.contains { !$0.labels.isEmpty }
    hasDescriptions = images.contains { $0.description != nil }
  }

  /// Notes what became of the images, in their order.
  mutating func take(_ treated: [TreatedImage?]) {
    for (place, image) in zip(images.indices, treated) { images[place].treated = image }
  }
}
