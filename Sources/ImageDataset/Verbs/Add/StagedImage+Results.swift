internal import ByteText

extension StagedImage {
  /// The same bytes are in the same class.
  var duplicate: AddResult {
    .duplicate(source: source, place)
  }

  /// The same bytes are in the same class, and public though they were to be private.
  var publicDuplicate: AddResult {
    .duplicate(source: source, place, staysPublic: true)
  }

  /// The id is taken in a class.
  func conflict(with holder: ByteString, _ cause: String = "the same bytes are") -> AddResult {
    let there = ImagePlace(className: holder, id: facts.id, format: facts.format)
    let message =
      cause.hasSuffix("are")
      ? "the same bytes are in class '\(holder.displayed)', move that image with 'imgds label'"
      : "\(cause) in class '\(holder.displayed)', see 'imgds verify'"
    return .refused(
      Refusal(
        source: source, code: .conflict, message: message,
        holder: Refusal.Holder(id: facts.id, className: holder, file: there.file)))
  }

  /// The class was removed or renamed since the run began.
  var classless: AddResult {
    let message = "the class '\(className.displayed)' was removed meanwhile, make it with --create"
    return .refused(Refusal(source: source, code: .noClass, message: message))
  }

  /// The class has a name that no class can have.
  func misnamed(_ fault: String) -> AddResult {
    let message = "the class name '\(className.displayed)' \(fault)"
    return .refused(Refusal(source: source, code: .className, message: message))
  }

  /// The file system cannot hold the class.
  func unmakeable(_ fault: String) -> AddResult {
    let message = "cannot make class '\(className.displayed)': \(fault)"
    return .refused(Refusal(source: source, code: .className, message: message))
  }
}

extension StagedOutcome {
  /// The refusal that a worker has found.
  func refusal() throws(DatasetError) -> AddResult {
    switch self {
    case .refused(let refusal): return .refused(refusal)
    case .image(let image): return image.duplicate
    case .failed(let error): throw .system(error)
    }
  }
}

extension AddResult {
  var source: ByteString {
    switch self {
    case .added(let record): record.source
    case .duplicate(let source, _, _): source
    case .refused(let refusal): refusal.source
    case .classWarning(let warning): warning.className
    }
  }

  var isRefused: Bool {
    if case .refused = self { true } else { false }
  }

  /// What is told of an input when another one of a strict run was refused.
  var strictly: AddResult {
    if isRefused { return self }
    let message = "another input was refused, and --strict takes all or none"
    return .refused(Refusal(source: source, code: .strict, message: message))
  }

  /// Whether the source's bytes are in the dataset now.
  var isTaken: Bool {
    switch self {
    case .added, .duplicate: true
    case .refused, .classWarning: false
    }
  }
}

extension CatalogRecord {
  var makesClass: Bool {
    if case .classAdded = change { true } else { false }
  }
}
