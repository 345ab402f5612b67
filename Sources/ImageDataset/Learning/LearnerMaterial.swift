internal import ArchiveFormats
internal import ByteText
internal import System

/// The images of a dataset that a learner can learn from: all that lie under their ids.
///
/// The tree is listed, so what others moved by hand counts where it is now.
struct LearnerMaterial {
  /// The most images that are learnt from; beyond, more of them hardly help.
  static let mostLearnt = 12_000

  /// By class and name, in the order of their bytes.
  let places: [ImagePlace]

  init(_ dataset: Dataset) throws {
    places = try ClassTree(dataset).places()
  }

  /// Tells this material from any other: names are ids, and ids are digests of contents.
  var key: [UInt8] {
    var digest = SHA256()
    for place in places { digest.update((place.file.bytes + [0]).span) }
    return digest.finish()
  }

  /// The images in an order in which any first part stands for the whole.
  var mixed: [ImagePlace] {
    var number = -1
    let labels = places.indices.map { index in
      if index == 0 || places[index].className != places[index - 1].className { number += 1 }
      return number
    }
    return MixedOrder.of(labels).map { places[$0] }
  }
}
