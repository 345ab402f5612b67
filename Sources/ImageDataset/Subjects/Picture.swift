internal import ByteText
internal import ImageCodec
internal import System

/// A file that a check looks at, wherever it lies.
struct Picture: Sendable {
  /// Its path below the dataset, tree or zip.
  let file: ByteString
  let className: ByteString
  /// The split it is in, where the subject has splits.
  var split: ByteString?
  /// Where in a dataset its name says it lies; nil elsewhere and for other names.
  var place: ImagePlace?
  /// Opens the file's bytes from their beginning.
  let open: @Sendable () throws(PictureFault) -> any PictureStream

  /// Whether its name ends as those of JPEG and PNG files do.
  var hasImageName: Bool {
    let ending = file.pathExtension.asciiLowercased
    return ending == "jpg" || ending == "jpeg" || ending == "png"
  }
}

/// A stream that says why it ended early.
protocol PictureStream: ByteStream {
  var fault: PictureFault? { get }
}

/// Why the bytes of a picture could not be read.
enum PictureFault: Error, Sendable {
  case system(SystemError)
  /// What the archive says of its entry is not so.
  case archive(Finding)

  /// The system's or the archive's words.
  var words: String {
    switch self {
    case .system(let error): error.words
    case .archive(let finding): finding.message
    }
  }
}

extension FileReader: PictureStream {
  var fault: PictureFault? { failure.map { .system($0) } }
}
