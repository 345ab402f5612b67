/// What reads bytes that a stranger may have made.
///
/// Each has a file that runs it on one input and holds it to what it promises; a broken promise is a
/// failed precondition, which libFuzzer keeps as a find.
enum FuzzTarget: String, CaseIterable {
  case arguments, catalog, csv, exif, icc, json, picture, type, zip

  func run(_ input: [UInt8]) {
    switch self {
    case .arguments: fuzzArguments(input)
    case .catalog: fuzzCatalog(input)
    case .csv: fuzzCSV(input)
    case .exif: fuzzExif(input)
    case .icc: fuzzICC(input)
    case .json: fuzzJSON(input)
    case .picture: fuzzPicture(input)
    case .type: fuzzMediaType(input)
    case .zip: fuzzZip(input)
    }
  }
}

/// Ends the process, which is a find, unless the condition holds.
func require(_ holds: Bool, _ message: StaticString) {
  precondition(holds, message.description)
}
