internal import ArchiveFormats
internal import ByteText
internal import ImageCodec
internal import System

/// Treated images on their way into archives.
///
/// An archive tells digests before images, so they must be treated before it is begun. They wait in a
/// staged file beside the archive, which takes the room of the treated images for the while.
struct TreatmentSpool: Sendable {
  private let file: StagedFile

  /// - Parameter folder: where the file is staged.
  init(in folder: ByteString) throws(SystemError) {
    file = try StagedFile(in: folder)
  }

  /// Opens the bytes of an image and whatever follows them.
  func open(_ image: TreatedImage) throws(SystemError) -> FileReader {
    try file.reader(from: image.offset)
  }

  /// Treats all images of a plan on all cores.
  ///
  /// - Returns: what stands in the way.
  func treat(
    _ plan: inout PackPlan, _ treatment: PixelTreatment, _ reader: PackReader, jobs: Int,
    _ progress: () -> Void
  ) throws -> [PackFault] {
    let budget = MemoryBudget.forDecoding(jobs: jobs)
    var rest = plan.images[...]
    var treated: [TreatedImage?] = []
    var faults: [PackFault] = []
    var offset = 0
    try mapInOrder(
      jobs: jobs, window: 16,
      next: { Interrupt.received == nil ? rest.popFirst() : nil },
      work: { Self.treat($0, treatment, reader, budget) },
      consume: { result in
        switch result {
        case .failure(let fault): faults.append(fault)
        case .success(nil): treated.append(nil)
        case .success(let image?):
          try file.write(image.bytes.span)
          treated.append(TreatedImage(image, at: offset))
          offset += image.bytes.count
        }
        progress()
      })
    if faults.isEmpty, Interrupt.received == nil { plan.take(treated) }
    return faults
  }

  private static func treat(
    _ image: PackPlan.Image, _ treatment: PixelTreatment, _ reader: PackReader,
    _ budget: MemoryBudget
  ) -> Result<PixelTreatment.Result?, PackFault> {
    switch reader.readOriginal(image, holding: .max) {
    case .failure(let fault): return .failure(fault)
    case .success(let packed):
      do throws(DecodeRefusal) {
        return .success(
          try treatment.apply(to: packed.content ?? [], image.originalShape, budget: budget))
      } catch {
        return .failure(.bad(Finding(.corrupt, image.place.file, error.message)))
      }
    }
  }
}

extension TreatedImage {
  fileprivate convenience init(_ result: PixelTreatment.Result, at offset: Int) {
    var digest = SHA256()
    digest.update(result.bytes.span)
    self.init(
      encoding: result.encoding, shape: result.shape, digest: SHA256Digest(digest.finish()),
      crc32: CRC32.of(result.bytes.span), bytes: result.bytes.count, offset: offset)
  }
}
