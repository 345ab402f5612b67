internal import ByteText
internal import ImageAnalysis
internal import ImageCodec
internal import System

/// `metadata.jsonl`: a line for each image, as Hugging Face's folder loader reads it.
///
/// Every line has the same keys, since a loader makes columns of them.
struct MetadataFile {
  static let name: ByteString = "metadata.jsonl"

  private let plan: PackPlan
  private let options: PackOptions
  /// How many lines a thread writes at a time.
  private static let stretch = 2_048

  init(_ plan: PackPlan, _ options: PackOptions) {
    self.plan = plan
    self.options = options
  }

  /// The lines of some images of the plan, written on all cores.
  func text(of images: ArraySlice<PackPlan.Image>) -> [UInt8] {
    var rest = images
    var text: [UInt8] = []
    mapInOrder(
      jobs: images.count > Self.stretch ? options.jobs : 1, window: options.jobs * 2,
      next: {
        defer { rest = rest.dropFirst(Self.stretch) }
        return rest.isEmpty ? nil : rest.prefix(Self.stretch)
      },
      work: { images in
        var json = JSONWriter()
        for image in images {
          json.object { write(image, image.file, to: &$0) }
          json.endLine()
        }
        return json.bytes
      },
      consume: { text += $0 })
    return text
  }

  /// What is said of an image as one JSON object, `file` being its path as the reader sees it.
  func line(_ image: PackPlan.Image, file: ByteString) -> [UInt8] {
    var json = JSONWriter()
    json.object { write(image, file, to: &$0) }
    return json.bytes
  }

  private func write(
    _ image: PackPlan.Image, _ file: ByteString, to json: inout JSONWriter
  ) {
    let record = image.record
    json.member("file_name", file)
    json.member("label", image.place.className)
    if let part = image.part { json.member("split", part.name) }
    json.member("id", image.id.text)
    json.member("sha256", Hexadecimal.encode(image.sha256))
    json.member("width", image.width)
    json.member("height", image.height)
    json.member("orientation", image.orientation)
    json.member("mode", ByteString(image.mode.name))
    json.member("colours", Self.colours(of: image.facts))
    if options.treatment.isNeeded {
      json.member("encoding", image.treated?.encoding.word ?? "original")
    }
    if plan.hasLabels { json.member("labels", Self.joined(record.labels)) }
    if plan.hasDescriptions { json.member("description", record.description ?? "") }
    if options.tellsProvenance {
      json.member("source", record.source)
      json.member("by", record.by)
      json.member("added", record.added.text)
    }
  }

  private static func colours(of facts: ImageFacts) -> ByteString {
    var text: [UInt8] = []
    text.reserveCapacity(facts.colours.count * 8)
    for colour in facts.colours {
      if !text.isEmpty { text.append(0x20) }
      colour.appendHex(to: &text)
    }
    return ByteString(text)
  }

  private static func joined(_ labels: [ByteString]) -> ByteString {
    ByteString(labels.map(\.bytes).joined(separator: [UInt8(ascii: ",")]))
  }
}
