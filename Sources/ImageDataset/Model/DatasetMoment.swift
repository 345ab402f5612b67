internal import ByteText
internal import System

/// What tells whether a dataset was changed between two looks: catalog and class folders, by their
/// sizes and time stamps.
struct DatasetMoment: Equatable {
  private let catalog: FileStatus
  private let folders: [ByteString: FileTime]

  init(_ dataset: Dataset) throws {
    catalog = try Files.status(dataset.catalogPath)
    var folders: [ByteString: FileTime] = [:]
    for name in try dataset.classNames() {
      do {
        folders[name] = try Files.status(dataset.path.appending(name)).modified
      } catch {
        // A class that goes meanwhile is none of a later look either.
        guard error.isMissing else { throw error }
      }
    }
    self.folders = folders
  }
}
