internal import ByteText
internal import ImageCodec
internal import System

/// The images that go into an archive and their facts, in the order of their names' bytes.
struct PackPlan {
  /// An image and what the archive says of it.
  struct Image: Sendable {
    let place: ImagePlace
    let facts: ImageFacts
  }

  var images: [Image] = []
  var card = DatasetCard()
  var privateImages = 0
  /// Private images that stay out.
  var leftOut = 0
  /// What makes an archive impossible.
  var faults: [Finding] = []
  var strays: [ByteString] = []

  /// The classes that hold images, in index order.
  var classes: [ByteString] {
    images[...].runs { $0.place.className == $1.place.className }.compactMap(
      \.first?.place.className)
  }
}
