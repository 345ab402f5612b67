internal import ByteText
internal import ImageCodec
internal import System

/// The images that go into an archive and what is known of them.
struct PackPlan {
  /// An image and what the archive says of it.
  struct Image: Sendable {
    /// What never changes, in one object: images are copied from thread to thread, and each of a
    /// record's strings would have its uses counted anew.
    private final class Known: Sendable {
      let record: ImageRecord
      let place: ImagePlace

      init(_ record: ImageRecord, _ place: ImagePlace) {
        self.record = record
        self.place = place
      }
    }

    private let known: Known
    var part: SplitPart?
    /// The packed bytes, where they are not those that were added.
    var treated: TreatedImage?

    init(record: ImageRecord, place: ImagePlace) {
      known = Known(record, place)
    }

    var record: ImageRecord { known.record }
    /// Where it lies in the dataset.
    var place: ImagePlace { known.place }
    var id: ImageID { place.id }
    var facts: ImageFacts { record.facts }
    var source: ByteString { record.source }
    /// What is in the archive: size, digest and measures of the packed bytes.
    var bytes: Int { treated?.bytes ?? facts.bytes }
    var sha256: [UInt8] { treated?.sha256 ?? facts.sha256 }
    var width: Int { treated?.width ?? facts.width }
    var height: Int { treated?.height ?? facts.height }
    var orientation: Int { treated?.orientation ?? facts.orientation }
    var mode: PixelMode { treated?.mode ?? facts.mode }
    /// `[SPLIT/]CLASS/ID.ext`, its path in the archive below the top folder, once it is arranged.
    fileprivate(set) var file: ByteString = ""
  }

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
    for index in images.indices {
      let file = images[index].place.file
      images[index].file = images[index].part.map { $0.name.appending(file) } ?? file
    }
    images.sort { $0.file < $1.file }
    let folders = images.runs { $0.part == $1.part && $0.place.className == $1.place.className }
    classes = Set(folders.map { $0[$0.startIndex].place.className }).sorted()
    parts = Set(folders.compactMap { $0[$0.startIndex].part }).sorted()
    hasLabels = images.contains { !$0.record.labels.isEmpty }
    hasDescriptions = images.contains { $0.record.description != nil }
  }

  /// Notes what became of the images, in their order.
  mutating func take(_ treated: [TreatedImage?]) {
    for (place, image) in zip(images.indices, treated) { images[place].treated = image }
  }
}
