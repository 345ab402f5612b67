internal import ImageCodec
internal import System

/// Reads and decodes the pictures of a subject; runs on all cores.
struct PictureExaminer: Sendable {
  let depth: Examination.Depth
  let maxPixels: Int
  let budget: MemoryBudget

  func examine(_ picture: Picture) -> ExaminedPicture {
    do {
      let stream = try picture.open()
      let examination = Examination.of(stream, depth: depth, maxPixels: maxPixels, budget: budget)
      return ExaminedPicture(picture: picture, examination: examination, fault: stream.fault)
    } catch {
      return ExaminedPicture(picture: picture, examination: nil, fault: error)
    }
  }
}
