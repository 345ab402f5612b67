import ByteText
import ImageDataset

extension PackReport {
  /// Adds the keys of a `pack` object, in the contract's order.
  func write(to json: inout JSONWriter) {
    json.member("file", bytes: file)
    json.member("bytes", bytes)
    json.member("sha256", Hexadecimal.encode(sha256))
    json.member("images", images)
    json.member("classes", classes)
    json.member("splits", splits)
    json.member("private", privateImages)
    json.member("left_out", leftOut)
    json.member("files") { json in
      json.array { json in
        for file in files { json.value(file) }
      }
    }
  }

  /// What was packed, as a sentence.
  var sentence: String {
    let parts = splits > 0 ? " and \(Quantity.count(splits, "split"))" : ""
    let more = files.count > 1 ? " and \(Quantity.count(files.count - 1, "other file"))" : ""
    let hidden = self.leftOut - strays.count
    let leftOut =
      (hidden > 0 ? [Quantity.count(hidden, "private image")] : [])
      + (strays.isEmpty ? [] : [Quantity.count(strays.count, "stray")])
    let rest = leftOut.isEmpty ? "" : ", left out " + leftOut.joined(separator: " and ")
    return "packed \(Quantity.count(images, "image")) of "
      + "\(Quantity.count(classes, "class", plural: "classes"))\(parts) into "
      + "\(EscapedText.quoted(file))\(more) (\(Quantity.bytes(bytes)))\(rest)"
  }
}
