internal import ByteText
internal import ImageAnalysis
internal import ImageCodec
internal import System

/// Reads and sketches pictures; runs on all cores.
struct SketchReader: Sendable {
  let maxPixels: Int
  let budget: MemoryBudget

  /// The sketch of a file, or why there can be none.
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

  /// The sketch of an image of a dataset; nil if it is none, is gone or may not be opened.
  ///
  /// - Throws: why else its bytes could not be read, for who learns from some images only would judge
  ///   otherwise than the dataset teaches.
  func sketch(ofOwn path: ByteString) throws(SystemError) -> PictureSketch? {
    guard let reader = try reader(ofOwn: path) else { return nil }
    let result = sketch(reader, of: path)
    if let failure = reader.failure { throw failure }
    return try? result.get()
  }

  private func reader(ofOwn path: ByteString) throws(SystemError) -> FileReader? {
    do throws(SystemError) {
      let file = try OpenFile.reading(path)
      return try file.status().kind == .regular ? FileReader(file) : nil
    } catch {
      guard error.isForbidden || error.isMissing else { throw error }
      return nil
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
