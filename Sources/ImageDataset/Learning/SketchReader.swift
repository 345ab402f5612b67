internal import ByteText
internal import ImageAnalysis
internal import ImageCodec
internal import System

/// Reads and sketches pictures; runs on all cores.
struct SketchReader: Sendable {
  let maxPixels: Int
  let budget: MemoryBudget

  /// The sketch of a file, or why there can be none.
  ///
  /// - Returns: nil also for a picture whose bytes could not be read for want of descriptors or
  ///   memory, with that as the failure.
  func sketch(_ path: ByteString) -> Result<PictureSketch, Refusal> {
    do throws(SystemError) {
      let file = try OpenFile.reading(path)
      let kind = try file.status().kind
      guard kind == .regular else {
        return .failure(Refusal(source: path, code: .notAFile, message: "it is \(kind.words)"))
      }
      return sketch(FileReader(file), of: path)
    } catch {
      return .failure(Refusal(source: path, code: .unreadable, message: error.words))
    }
  }

  private func sketch(
    _ reader: FileReader, of path: ByteString
  ) -> Result<PictureSketch, Refusal> {
    let examination = Examination.of(
      reader, depth: .sketch, maxPixels: maxPixels, budget: budget)
    switch examination.verdict {
    case .failure(let refusal):
      return .failure(Refusal(refusal, of: path, readFailure: reader.failure))
    case .success:
      guard let sketch = examination.sketch else {
        return .failure(Refusal(source: path, code: .empty, message: "it has no pixels"))
      }
      return .success(sketch)
    }
  }
}
