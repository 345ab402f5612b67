internal import ByteText
internal import ImageCodec

/// Asks whether every image of a dataset lies under its own id.
struct NameCheck: Check {
  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    let file = picture.picture.file
    if picture.isUnread, picture.picture.place == nil {
      report(Finding(.misnamed, file, "its name is no id of 16 hex digits with .jpg or .png"))
    }
    guard let examination = picture.examination, !examination.sha256.isEmpty else { return }
    let id = ImageID(digest: examination.sha256)
    guard let place = picture.picture.place else {
      guard let facts = picture.facts else { return }
      let name = ImagePlace(className: "", id: facts.id, format: facts.format).fileName
      report(Finding(.misnamed, file, "the image belongs under the name \(name.displayed)"))
      return
    }
    if place.id != id {
      report(Finding(.changed, file, "its bytes are those of id \(id.text.displayed)"))
    } else if let facts = picture.facts, facts.format != place.format {
      let ending = facts.format.fileExtension
      report(
        Finding(.misnamed, file, "it is a \(facts.format.name) image and must end in .\(ending)"))
    }
  }
}
