internal import ByteText
internal import System

/// Tells what a path is, and what is to be asked of it.
enum SubjectFinder {
  static func subject(
    at options: VerifyOptions
  ) throws -> (any Subject, [any Check]) {
    let common = options.commonChecks
    let hasRecords = options.checks.kinds.contains(.records)
    func loaders(isDataset: Bool = false) -> [any Check] {
      options.loaders.isEmpty
        ? [] : [LoaderCheck(options.loaders, path: options.path, isDataset: isDataset)]
    }
    switch try Dataset.look(at: options.path) {
    case .dataset(let dataset):
      let loaders = loaders(isDataset: true)
      guard hasRecords else { return (DatasetSubject(dataset), common + loaders) }
      let records = try CatalogCheck(dataset, comparesSizes: options.isQuick)
      // Loaders are asked of every file.
      let sweep = options.isQuick && loaders.isEmpty ? records.sweep : nil
      return (DatasetSubject(dataset, sweep: sweep), [NameCheck(), records] + common + loaders)
    case .folder:
      let sums = hasRecords ? try FolderSumsCheck(options.path) : nil
      let own: [any Check] = sums.map { [$0] } ?? []
      return (TreeSubject(options.path), own + common + loaders())
    case .file:
      let zip = try ZipSubject(options.path)
      return (zip, (hasRecords ? [SumsCheck(zip)] : []) + common + loaders())
    case .nothing:
      throw DatasetError.dataset(options.path, "there is no such file or folder")
    }
  }
}
