import ByteText
import ImageDataset

extension ListedImage {
  /// The `image` line of `list --json`.
  var jsonLine: [UInt8] {
    JSONLine.bytes("image") { json in
      record.write(to: &json)
      if let distance { json.member("distance", distance) }
    }
  }
}

extension SearchTag {
  /// Adds the keys of a `tag` line: what to search for, and how many images that finds.
  func write(to json: inout JSONWriter) {
    json.member("key", ByteString(key.rawValue))
    json.member("value", bytes: value)
    json.member("images", images)
  }
}
