internal import ArchiveFormats
internal import ByteText
internal import System

/// A file beside the images.
struct ZipText: Sendable {
  let name: ByteString
  let data: [UInt8]
}

/// A file beside the images as the archive holds it.
struct DeflatedText: Sendable {
  let name: ByteString
  let content: ZipContent
  let digest: SHA256Digest
  /// How many images a thread writes of at a time.
  static let stretch = 1_024

  init(_ text: ZipText) {
    name = text.name
    content = ZipContent(text.data)
    var digest = SHA256()
    digest.update(text.data.span)
    self.digest = SHA256Digest(digest.finish())
  }

  /// A file with something of each image, written and deflated on all cores: for many small images
  /// that is most of the work of packing them.
  ///
  /// - Parameter lines: what is written of some of the images.
  init(
    _ name: ByteString, of images: ArraySlice<PackPlan.Image>, jobs: Int,
    lines: @escaping @Sendable (ArraySlice<PackPlan.Image>) -> [UInt8]
  ) {
    var rest = images
    var digest = SHA256()
    var parts = ZipContentParts()
    mapInOrder(
      jobs: images.count > Self.stretch ? jobs : 1, window: jobs * 2,
      next: {
        defer { rest = rest.dropFirst(Self.stretch) }
        return rest.isEmpty ? nil : rest.prefix(Self.stretch)
      },
      work: { ZipContentParts.Part(lines($0)) },
      consume: { part in
        digest.update(part.data.span)
        parts.append(part)
      })
    self.name = name
    content = parts.content
    self.digest = SHA256Digest(digest.finish())
  }

  /// The names of ``all(for:of:_:called:)``.
  static let names = [CardFile.name, ClassesFile.name, MetadataFile.name, SumsFile.name]

  /// The files that tell of some images of a plan, the list of digests last.
  static func all(
    for images: ArraySlice<PackPlan.Image>, of plan: PackPlan, _ options: PackOptions,
    called name: ByteString
  ) -> [DeflatedText] {
    guard !options.isPlain else { return [] }
    let card = CardFile(datasetName: name, plan: plan, images: images)
    let metadata = MetadataFile(plan, options)
    let texts = [
      DeflatedText(ZipText(name: CardFile.name, data: card.text)),
      DeflatedText(ZipText(name: ClassesFile.name, data: ClassesFile.text(of: plan))),
      DeflatedText(MetadataFile.name, of: images, jobs: options.jobs) { metadata.text(of: $0) },
    ]
    let sums = SumsFile(images, texts.map { ($0.name, $0.digest) })
    return texts + [
      images.isEmpty
        ? DeflatedText(ZipText(name: SumsFile.name, data: sums.text(of: images)))
        : DeflatedText(SumsFile.name, of: images, jobs: options.jobs) { sums.text(of: $0) }
    ]
  }
}
