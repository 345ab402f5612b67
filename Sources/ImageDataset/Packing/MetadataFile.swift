internal import ByteText
internal import ImageAnalysis
internal import ImageCodec

/// `metadata.jsonl`: a line for each image, as Hugging Face's folder loader reads it.
enum MetadataFile {
  static let name: ByteString = "metadata.jsonl"

  static func text(of plan: PackPlan) -> [UInt8] {
    var text: [UInt8] = []
    for image in plan.images {
      var json = JSONWriter()
      json.object { write(image, to: &$0) }
      text += json.bytes
      text.append(0x0A)
    }
    return text
  }

  private static func write(_ image: PackPlan.Image, to json: inout JSONWriter) {
    let facts = image.facts
    json.member("file_name", image.place.file)
    json.member("label", image.place.className)
    json.member("id", facts.id.text)
    json.member("sha256", Hexadecimal.encode(facts.sha256))
    json.member("width", facts.width)
    json.member("height", facts.height)
    json.member("orientation", facts.orientation)
    json.member("mode", ByteString(facts.mode.name))
    json.member("colours", ByteString(facts.colours.map(\.hex).joined(separator: " ")))
  }
}
