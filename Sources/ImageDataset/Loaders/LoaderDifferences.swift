internal import ByteText

/// How what a loader holds differs from the folders, file by file: of each kind a count and the first.
struct LoaderDifferences {
  enum Kind: CaseIterable {
    /// An image that is left out though its ending is known.
    case lost
    /// An image that is left out for its ending.
    case unopened
    /// A file that is taken though it is no image of a class.
    case extra
    case relabelled, unlabelled, resplit, doubled, broken, turned
  }

  private struct Tally {
    var count = 0
    var first: ByteString
    /// Where the first one went.
    var place: ByteString
  }

  private var tallies: [Kind: Tally] = [:]

  mutating func note(_ kind: Kind, _ file: LoaderFile, _ place: ByteString = "") {
    if tallies[kind] == nil { tallies[kind] = Tally(first: file.path, place: place) }
    tallies[kind]?.count += 1
  }

  func remarks(for model: any LoaderModel) -> [LoaderRemark] {
    Kind.allCases.compactMap { kind in
      tallies[kind].flatMap { remark(kind, $0, model) }
    }
  }

  private func remark(_ kind: Kind, _ tally: Tally, _ model: any LoaderModel) -> LoaderRemark? {
    let images = tally.count == 1 ? "1 image" : "\(tally.count) images"
    let files = tally.count == 1 ? "1 file" : "\(tally.count) files"
    let such = "such as '\(tally.first.displayed)'"
    let place = "'\(tally.place.displayed)'"
    func remark(_ code: Finding.Code, _ message: String, fatal: Bool = false) -> LoaderRemark {
      LoaderRemark(code: code, file: tally.first, message: message, isFatal: fatal)
    }
    switch kind {
    case .lost:
      return remark(.portableName, "leaves out \(images), \(such)")
    case .unopened:
      return remark(.unchecked, "leaves out \(images) for the ending, \(such)")
    case .extra:
      return remark(.portableName, "takes in \(files) beside the images of the classes, \(such)")
    case .relabelled:
      return remark(
        .portableName, "takes \(images) for another class, \(such) for \(place)")
    case .unlabelled:
      return remark(.order, "gives no label to \(images), \(such)")
    case .resplit:
      return remark(.portableName, "puts \(images) into another split, \(such) into \(place)")
    case .doubled:
      return remark(.portableName, "loads \(images) more than once, \(such)")
    case .broken where model.opensImages:
      return remark(
        .unchecked, "fails on \(files) that can hardly be decoded, \(such)", fatal: true)
    case .broken:
      return nil
    case .turned:
      return model.turning.map {
        remark(.orientation, "\($0) the EXIF orientation of \(images), \(such)")
      }
    }
  }
}
