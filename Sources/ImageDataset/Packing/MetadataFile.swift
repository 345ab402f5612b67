internal import ArchiveFormats
internal import ByteText
internal import ImageCodec

/// `metadata.jsonl`: a line for each image, as Hugging Face's folder loader reads it.
///
/// Every line has the same keys, since a loader makes columns of them.
struct MetadataFile {
  static let name: ByteString = "metadata.jsonl"

  private let plan: PackPlan
  private let options: PackOptions

  init(_ plan: PackPlan, _ options: PackOptions) {
    self.plan = plan
    self.options = options
  }

  /// The lines of some images of the plan.
  func text(of images: ArraySlice<PackPlan.Image>) -> [UInt8] {
    var json = JSONWriter()
    for image in images {
      json.object { write(image, image.file, to: &$0) }
      json.endLine()
    }
    return json.bytes
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
    let shape = image.shape
    var colours: [UInt8] = []
    image.appendColours(to: &colours)
    json.member("file_name", file)
    json.member("label", image.place.className)
    if let part = image.part { json.member("split", part.name) }
    json.member("id", image.id.text)
    json.member("sha256", image.digest.text)
    json.member("width", shape.width)
    json.member("height", shape.height)
    json.member("orientation", shape.orientation)
    json.member("mode", ByteString(shape.mode.name))
    json.member("colours", ByteString(colours))
    if options.treatment.isNeeded {
      json.member("encoding", image.treated?.encoding.word ?? "original")
    }
    if plan.hasLabels { json.member("labels", Self.joined(image.labels)) }
    if plan.hasDescriptions { json.member("description", image.description ?? "") }
    if options.tellsProvenance {
      json.member("source", image.source)
      json.member("by", image.by)
      json.member("added", image.added.text)
    }
  }

  private static func joined(_ labels: [ByteString]) -> ByteString {
    ByteString(labels.map(\.bytes).joined(separator: [UInt8(ascii: ",")]))
  }
}
