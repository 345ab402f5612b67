extension PatternRule {
  /// Files that may say `unsafe`.
  ///
  /// Each bridges to the system or to C and is small. One more is a decision, made here.
  static let unsafeFiles = [
    "Sources/ArchiveFormats/Digests/",
    "Sources/ArchiveFormats/Zip/Deflate.swift",
    "Sources/ArchiveFormats/Zip/Inflater.swift",
    "Sources/ByteText/JSONScanner.swift",
    "Sources/ByteText/Span+",
    "Sources/ImageAnalysis/Arithmetic/RowLoops.swift",
    "Sources/ImageAnalysis/Arithmetic/Span+Integers.swift",
    "Sources/ImageAnalysis/Colours/ColourCloud+Loops.swift",
    "Sources/ImageAnalysis/Colours/PixelList+Boxes.swift",
    "Sources/ImageAnalysis/Colours/UniformSpace+Loops.swift",
    "Sources/ImageAnalysis/Fingerprint.swift",
    "Sources/ImageAnalysis/Likeness/LowFrequencies.swift",
    "Sources/ImageAnalysis/Quality/Sharpness.swift",
    "Sources/ImageAnalysis/Thumbnail/PixelList.swift",
    "Sources/ImageCodec/DecoderHandle.swift",
    "Sources/ImageCodec/Encoding/EncodeImage.swift",
    "Sources/ImageCodec/MediaType+Archives.swift",
    "Sources/ImageCodec/MediaType+Reading.swift",
    "Sources/ImageCodec/RowBuffer.swift",
    "Sources/ImageCodec/StreamBox.swift",
    "Sources/ImageDataset/Catalog/LineCursor.swift",
    "Sources/System/",
    "Sources/imgds/Output/Console.swift",
  ]

  /// Files that may end the process: the one that starts it, and the one that wraps the call.
  static let endingFiles = ["Sources/imgds/Main", "Sources/System/Environment/"]

  /// Where text for people is made.
  private static let output = "Sources/imgds/Output/"

  /// Rooms that know no files, and the grammar: there a `name` is a word of the program's own, such as
  /// `jpeg`, `teal` or `--jobs`.
  private static let wordRooms = [
    "Sources/ImageCodec/", "Sources/ImageAnalysis/", "Sources/CommandGrammar/",
  ]

  static let foundation = PatternRule(
    message: "what ships links no Foundation",
    pattern: #"\bimport\s+Foundation"#)

  static let system = PatternRule(
    message: "the system is called in System and by the console alone",
    exceptions: ["Sources/System/", output + "Console"],
    pattern: #"\bimport\s+(Glibc|Musl|Darwin)\b"#)

  static let printing = PatternRule(
    message: "nothing prints below imgds/Output",
    exceptions: [output],
    pattern: #"\b(print|debugPrint|dump|puts|printf)\s*\("#)

  static let ending = PatternRule(
    message: "nothing ends the process but Main",
    exceptions: endingFiles,
    pattern: #"\b(exit|_exit|_Exit|quick_exit|abort)\s*\("#)

  static let access = PatternRule(
    message: "`package` is as far as a declaration is seen",
    pattern: #"\b(public(\(set\))?\s+[a-z@]|open\s+(class|func|var|subscript))"#)

  static let unsafe = PatternRule(
    message: "`unsafe` only in the files named for it",
    exceptions: unsafeFiles,
    pattern: #"\bunsafe\b"#)

  static let crashing = PatternRule(
    message: "no crash by design: fatalError, try!, as! or a forced unwrap",
    pattern: #"\b(fatalError|preconditionFailure)\s*\(|\b(try|as)!|[A-Za-z0-9_\)\]\}>]!($|[^=])"#)

  static let unfinished = PatternRule(
    message: "nothing is left to do",
    readsComments: true,
    pattern: #"\b(TODO|FIXME|XXX|HACK)\b"#)

  /// Users' names are bytes.
  ///
  /// Told by what a declaration is called, since the type of a file name given as text is what the
  /// rule is after.
  static let namesOfFiles = PatternRule(
    message: "names of users are ByteString, never String",
    exceptions: [output, "Sources/CommandGrammar/Pages/"],
    pattern: names("path|file|fileName|folder|directory|class|className|id|source|label"))

  /// The same for what the program's own words may be called.
  static let namesOfAnything = PatternRule(
    message: "names of users are ByteString, never String",
    exceptions: [output] + wordRooms,
    pattern: names("name"))

  private static func names(_ words: String) -> String {
    #"\b(\#(words))(s|es)?`?\s*:\s*(inout\s+|\[|Set<|some\s+Sequence<)*(String|Substring)\b"#
  }

  static let all = [
    foundation, system, printing, ending, access, unsafe, crashing, unfinished, namesOfFiles,
    namesOfAnything,
  ]
}
