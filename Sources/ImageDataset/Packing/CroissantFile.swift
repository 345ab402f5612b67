internal import ByteText

/// `NAME_croissant.json`: the archives described in Croissant 1.1 (MLCommons, 2026), beside them since
/// it holds their digests.
///
/// Labels and splits are taken from the paths of the images by regular expressions. Readers are strict:
/// the context is the one of the specification's appendix, and no field refers to another.
struct CroissantFile {
  let datasetName: ByteString
  let plan: PackPlan
  /// They lie in one folder with the description.
  let archives: [WrittenArchive]
  /// When it was made, if someone said so.
  let date: Timestamp?

  static func name(of dataset: ByteString) -> ByteString { dataset + "_croissant.json" }

  var text: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("@context") { $0.raw(CroissantContext.json.utf8) }
      json.member("@type", "sc:Dataset")
      json.member("conformsTo", "http://mlcommons.org/croissant/1.1")
      json.member("name", datasetName)
      writeCard(&json)
      json.member("version", "1.0.0")
      json.member("distribution") { $0.array(writeDistribution) }
      json.member("recordSet") { json in
        json.array { json in
          writeClasses(&json)
          if !plan.parts.isEmpty { writeSplits(&json) }
          writeImages(&json)
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func writeCard(_ json: inout JSONWriter) {
    let card = plan.card
    json.member(
      "description", card.description ?? datasetName + ", a dataset for image classification")
    if let license = card.license { json.member("license", license) }
    json.member("url", card.url ?? archives[0].path.lastComponent)
    if let date { json.member("datePublished", ByteString(date.text.bytes.prefix(10))) }
    guard let author = card.author else { return }
    json.member("creator") { json in
      json.object { json in
        json.member("@type", "sc:Person")
        json.member("name", author)
      }
    }
    json.member("citeAs", Self.citation(datasetName, author))
  }

  /// A BibTeX entry, in whose fields braces would not balance.
  private static func citation(_ name: ByteString, _ author: ByteString) -> ByteString {
    let braces = "{}\\".utf8
    func field(_ text: ByteString) -> ByteString {
      ByteString(text.bytes.filter { !braces.contains($0) })
    }
    let key = ByteString(
      name.bytes.filter { byte in
        byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
          || Character(Unicode.Scalar(byte)).isNumber
      })
    return "@misc{" + key + ", title={" + field(name) + "}, author={" + field(author) + "}}"
  }

  private func identifier(_ index: Int) -> ByteString {
    archives.count == 1 ? "archive" : ByteString("archive-\(index)")
  }

  private func writeDistribution(_ json: inout JSONWriter) {
    for (index, archive) in archives.enumerated() {
      json.object { json in
        json.member("@type", "cr:FileObject")
        json.member("@id", identifier(index))
        json.member("name", archive.path.lastComponent)
        json.member("contentUrl", archive.path.lastComponent)
        json.member("contentSize", ByteString("\(archive.bytes) B"))
        json.member("encodingFormat", "application/zip")
        json.member("sha256", Hexadecimal.encode(archive.sha256))
      }
    }
    json.object { json in
      json.member("@type", "cr:FileSet")
      json.member("@id", "image-files")
      json.member("name", "image files")
      json.member("containedIn") { json in
        if archives.count == 1 {
          json.object { $0.member("@id", identifier(0)) }
        } else {
          json.array { json in
            for index in archives.indices { json.object { $0.member("@id", identifier(index)) } }
          }
        }
      }
      json.member("encodingFormat") { $0.list("image/jpeg", "image/png") }
      json.member("includes") { $0.list("**/*.jpg", "**/*.png") }
    }
  }

  private func writeClasses(_ json: inout JSONWriter) {
    json.object { json in
      json.recordSet("classes", key: "classes/name", type: "sc:Enumeration")
      json.member("field") { json in
        json.array { $0.textField("classes/name", "name", "sc:Text") }
      }
      json.member("data") { json in
        json.array { json in
          for name in plan.classes { json.object { $0.member("classes/name", name) } }
        }
      }
    }
  }

  private func writeSplits(_ json: inout JSONWriter) {
    json.object { json in
      json.recordSet("splits", key: "splits/name", type: "cr:Split")
      json.member("field") { json in
        json.array { json in
          json.textField("splits/name", "name", "sc:Text")
          json.textField("splits/url", "url", "sc:URL")
        }
      }
      json.member("data") { json in
        json.array { json in
          for part in plan.parts {
            json.object { json in
              json.member("splits/name", part.name)
              json.member("splits/url", part.croissantTerm)
            }
          }
        }
      }
    }
  }

  private func writeImages(_ json: inout JSONWriter) {
    let folder: ByteString = plan.parts.isEmpty ? "" : "(?:train|val|test)/"
    json.object { json in
      json.recordSet("images", key: "images/path", type: nil)
      json.member("field") { json in
        json.array { json in
          json.fileField("images/path", "path", ["sc:Text"], from: "fullpath")
          json.fileField("images/image", "image", ["sc:ImageObject"], from: "content")
          json.fileField(
            "images/label", "label", ["sc:Text", "cr:Label"], from: "fullpath",
            regex: "^(?:.*/)?" + folder + "([^/]+)/[^/]+$")
          guard !plan.parts.isEmpty else { return }
          json.fileField(
            "images/split", "split", ["sc:Text", "cr:Split"], from: "fullpath",
            regex: "^(?:.*/)?(train|val|test)/[^/]+/[^/]+$")
        }
      }
    }
  }
}

extension SplitPart {
  /// The term that Croissant has for the part.
  fileprivate var croissantTerm: ByteString {
    switch self {
    case .train: "cr:TrainingSplit"
    case .val: "cr:ValidationSplit"
    case .test: "cr:TestSplit"
    }
  }
}
