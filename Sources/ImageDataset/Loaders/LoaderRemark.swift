internal import ByteText

/// One thing that a loader loses or changes.
struct LoaderRemark: Sendable {
  let code: Finding.Code
  /// The first file or folder it is about; `.` for the whole.
  let file: ByteString
  /// A sentence whose subject is the loader.
  let message: String
  /// Whether it keeps the loader from loading.
  var isFatal = false
}

extension LoaderRemark {
  /// A name that is no UTF-8, on which Python's TensorFlow and Arrow fail.
  static func foreignName(_ path: ByteString) -> LoaderRemark {
    LoaderRemark(
      code: .portableName, file: path,
      message: "fails on the name '\(path.displayed)', which is no UTF-8", isFatal: true)
  }
}
