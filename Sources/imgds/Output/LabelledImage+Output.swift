import ByteText
import ImageDataset

extension LabelledImage {
  /// What has changed, to be said behind the file: `, was cat, labels small, private`.
  var remarks: String {
    var words: [String] = []
    if let from { words.append("was \(EscapedText.of(from))") }
    if let labels {
      let names = labels.map { EscapedText.of($0) }.joined(separator: " ")
      words.append(names.isEmpty ? "no extra labels" : "extra labels \(names)")
    }
    if let visibility { words.append(visibility.rawValue) }
    return words.map { ", \($0)" }.joined()
  }

  /// Adds the keys of a `labelled` or `unchanged` line.
  func write(to json: inout JSONWriter) {
    place.write(to: &json)
    if let from { json.member("from", bytes: from) }
    if let labels { json.member("labels", labels) }
    if let visibility { json.member("visibility", ByteString(visibility.rawValue)) }
  }
}
