/// What a loader will make of a dataset, a tree or a zip.
package struct LoaderOutcome: Sendable {
  package let loader: Loader
  /// Whether one pass over all images ends without an error.
  package let loads: Bool
  /// The classes, images and splits the loader will hold; an unsplit tree is one split.
  package let classes: Int
  package let images: Int
  package let splits: Int
  let remarks: [LoaderRemark]

  /// What is lost or changed; empty when the loader holds just the images, classes, order, labels and
  /// splits that the folders say.
  package var message: String {
    remarks.map(\.message).joined(separator: "; ")
  }

  /// A finding a remark, the loader named first.
  var findings: [Finding] {
    remarks.map { Finding($0.code, $0.file, "\(loader.rawValue) \($0.message)") }
  }
}
