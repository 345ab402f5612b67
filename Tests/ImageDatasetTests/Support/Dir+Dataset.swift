import ByteText
import ImageCodec
import TestKit

@testable import ImageDataset

extension Dir {
  /// Makes a dataset with classes.
  @discardableResult
  func dataset(_ name: ByteString = "pets", _ classes: [ByteString] = ["cat", "dog"]) throws
    -> Dataset
  {
    try make(name.parent)
    var options = InitialiseOptions(contributor: "ann")
    options.classes = classes
    return try Dataset.initialise(path(name), options).dataset
  }

  /// Options to add files and folders here.
  func options(_ names: [ByteString], _ assignment: AddOptions.Assignment) -> AddOptions {
    var options = AddOptions(
      paths: names.map { path($0) }, assignment: assignment, contributor: "ann")
    options.jobs = 2
    return options
  }

  /// A table of `file_name` and `label`.
  func table(_ text: ByteString) throws -> LabelTable {
    try LabelTable(
      text.bytes, path: "t.csv", fileColumns: ["file_name"], labelColumn: "label")
  }
}

extension Dataset {
  /// Adds and keeps what was reported.
  @discardableResult
  func adding(_ options: AddOptions) throws -> (results: [AddResult], summary: AddSummary) {
    let results = Collected<AddResult>()
    let summary = try add(options, list: { nil }, report: { results.values.append($0) })
    return (results.values, summary)
  }

  /// Adds one picture, written to a file first, and gives its place.
  @discardableResult
  func adding(
    _ bytes: [UInt8], to className: ByteString, private isPrivate: Bool = false,
    by contributor: ByteString = "ann"
  ) throws -> ImagePlace {
    let dir = try Dir()
    try dir.write("picture", bytes)
    var options = dir.options(["picture"], .className(className))
    options.visibility = isPrivate ? .private : .public
    options.contributor = contributor
    guard case .added(let record)? = try adding(options).results.first else {
      throw NotAdded(className: className)
    }
    return record.place
  }

  /// The catalog's lines without newlines.
  var lines: [ByteString] {
    get throws { try ByteString(FileTree.read(catalogPath)).parts(ending: 0x0A) }
  }

  /// The images of the catalog that a query fits.
  func listing(_ terms: ByteString..., for contributor: ByteString = "ann") throws -> [ImageRecord]
  {
    var records: [ImageRecord] = []
    _ = try list(try SearchQuery(terms), for: contributor) { records.append($0) }
    return records
  }
}

/// A picture that a test needs in a dataset and that was not taken.
struct NotAdded: Error {
  let className: ByteString
}

/// What an escaping closure was told.
final class Collected<Value> {
  var values: [Value] = []
}

extension AddResult {
  /// In a word or two: what became of it, and the code of a refusal.
  var words: String {
    switch self {
    case .added(let record): "added \(record.className.displayed)"
    case .duplicate(_, let place, let staysPublic):
      "duplicate \(place.className.displayed)\(staysPublic ? ", public" : "")"
    case .refused(let refusal): "refused \(refusal.code.rawValue)"
    case .classWarning: "warning"
    }
  }

  var refusal: Refusal? {
    if case .refused(let refusal) = self { refusal } else { nil }
  }
}
