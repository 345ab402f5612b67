internal import ByteText
internal import System

/// Tells what a path is, and what is to be asked of it.
enum SubjectFinder {
  static func subject(
    at options: VerifyOptions
  ) throws -> (any Subject, [any Check]) {
    let common: [any Check] = [IntegrityCheck(), NotesCheck(), ClassCheck(), SamenessCheck()]
    func loaders(isDataset: Bool = false) -> [any Check] {
      options.loaders.isEmpty
        ? [] : [LoaderCheck(options.loaders, path: options.path, isDataset: isDataset)]
    }
    switch try Dataset.look(at: options.path) {
    case .dataset(let dataset):
      var own: [any Check] = [NameCheck(), try CatalogCheck(dataset)]
      if options.isQuick { own.append(SizeCheck(dataset: dataset)) }
      return (DatasetSubject(dataset), own + common + loaders(isDataset: true))
    case .folder:
      return (TreeSubject(options.path), common + loaders())
    case .file:
      let zip = try ZipSubject(options.path)
      return (zip, [SumsCheck(zip)] + common + loaders())
    case .nothing:
      throw DatasetError.dataset(options.path, "there is no such file or folder")
    }
  }
}
