import ByteText
import ImageDataset
import System

extension VerifySummary {
  /// Adds the keys of a `summary` object, in the contract's order.
  func write(to json: inout JSONWriter) {
    json.member("files", files)
    json.member("images", images)
    json.member("classes", classes)
    json.member("errors", errors)
    json.member("warnings", warnings)
    json.member("notes", notes)
    if let mended { json.member("repaired", mended) }
  }

  /// One sentence of all counts, which says so if they are those of a run that was cut short.
  var text: String {
    "\(Interrupt.received == nil ? "" : "interrupted after ")\(Quantity.count(files, "file")), "
      + "\(Quantity.count(images, isQuick ? "image" : "sound image")) in "
      + "\(Quantity.count(classes, "class", plural: "classes")): "
      + "\(Quantity.count(errors, "error")), \(Quantity.count(warnings, "warning")), "
      + "\(Quantity.count(notes, "note"))"
  }
}
