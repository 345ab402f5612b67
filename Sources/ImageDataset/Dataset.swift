package import ByteText
internal import System

/// A dataset on disk: a folder with a catalog, whose sub-folders are the classes.
package struct Dataset: Sendable {
  /// The path as it was given; files are opened below it.
  package let path: ByteString
  /// The path without links, `.` or `..`.
  package let resolvedPath: ByteString

  /// The base name of the resolved path: what archives are called after.
  package var name: ByteString { resolvedPath.lastComponent }
  package var catalogPath: ByteString { path.appending(Self.catalogName) }

  /// The catalog's file name: the only thing beside class folders at the root.
  package static let catalogName: ByteString = ".imgds.jsonl"

  /// Finds the dataset at a path.
  ///
  /// - Throws: ``DatasetError/dataset(_:_:)`` if there is none, saying how to make one.
  package static func open(_ path: ByteString) throws(DatasetError) -> Dataset {
    switch try look(at: path) {
    case .dataset(let dataset): return dataset
    case .nothing: throw .dataset(path, "there is no such folder, make it with 'imgds init'")
    case .file: throw .dataset(path, "it is no folder")
    case .folder:
      throw .dataset(
        path,
        "it is no dataset (it has no .imgds.jsonl), make one with 'imgds init'"
          + (Self.looksLost(path)
            ? ", or bring its lost catalog back with 'imgds verify --repair'" : ""))
    }
  }

  /// Whether some folder below holds a file under an id, as only datasets do.
  ///
  /// Only chooses the words of an error, so what cannot be listed holds none.
  private static func looksLost(_ path: ByteString) -> Bool {
    guard let folders = try? FolderListing(of: path) else { return false }
    return folders.contains { folder in
      guard folder.kind == .folder,
        let entries = try? FolderListing(of: path.appending(folder.name))
      else { return false }
      return entries.contains { ImagePlace(className: folder.name, fileName: $0.name) != nil }
    }
  }

  /// What stands at a path.
  package enum Sight {
    case dataset(Dataset)
    case folder, file, nothing
  }

  /// Tells a dataset from any other folder, a file and nothing.
  ///
  /// - Throws: ``DatasetError`` if it cannot be told, or the catalog is no regular file.
  package static func look(at path: ByteString) throws(DatasetError) -> Sight {
    do {
      guard try Files.exists(path) else { return .nothing }
      switch try Files.status(path).kind {
      case .folder: break
      case .regular: return .file
      case let kind: throw DatasetError.dataset(path, "it is \(kind.words)")
      }
      let resolved = try Files.resolved(path)
      let dataset = Dataset(path: path, resolvedPath: resolved)
      guard let kind = try dataset.catalogKind() else { return .folder }
      guard kind == .regular else {
        throw DatasetError.dataset(path, "its catalog .imgds.jsonl is \(kind.words), not a file")
      }
      try dataset.checkVersion()
      return .dataset(dataset)
    } catch let error as SystemError {
      throw .system(error)
    } catch let error as DatasetError {
      throw error
    } catch {
      throw .dataset(path, "\(error)")
    }
  }

  /// Refuses a catalog of a later version, which may mean other things than this one reads.
  private func checkVersion() throws {
    let start = try OpenFile.reading(catalogPath).bytes(at: 0, count: 4096)
    let line = Array(start.prefix { $0 != 0x0A })
    let members = CatalogLine.members(line.span)
    guard members["type"]?.text(in: line.span) == "dataset",
      let version = members["version"]?.integer(in: line.span), version > 1
    else { return }
    throw DatasetError.dataset(
      path, "its catalog is of version \(version), use an imgds that is as new")
  }

  private func catalogKind() throws(SystemError) -> FileKind? {
    do {
      return try Files.status(catalogPath, followingLinks: false).kind
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }

  /// The names of the class folders, sorted by bytes: every folder that is not hidden.
  package func classNames() throws(DatasetError) -> [ByteString] {
    do {
      return try FolderListing(of: path).filter { $0.kind == .folder && !$0.name.isHidden }
        .map(\.name)
    } catch {
      throw .system(error)
    }
  }
}
