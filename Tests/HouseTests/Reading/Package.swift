import ByteText
import TestKit

/// The files of the package the tests were built from.
enum Package {
  /// The Swift files below `Sources`.
  static func swiftSources() throws -> [SourceFile] {
    try files(below: "Sources", endings: ["swift"])
  }

  /// The files below a folder whose names end so.
  static func files(below folder: ByteString, endings: Set<ByteString>) throws -> [SourceFile] {
    try FileTree.files(below: Places.package.appending(folder))
      .filter { endings.contains($0.pathExtension) }
      .map { name in
        let path = folder.appending(name)
        let bytes = try FileTree.read(Places.package.appending(path))
        return SourceFile(path: path.displayed, text: ByteString(bytes).displayed)
      }
  }

  /// The bytes that all files below a folder have together; none where the folder is not there.
  static func size(below folder: ByteString) throws -> Int {
    let path = Places.package.appending(folder)
    guard FileTree.isFolder(path) else { return 0 }
    return try FileTree.files(below: path).reduce(0) {
      try $0 + FileTree.size(path.appending($1))
    }
  }

  /// The names at the top: those that git tracks, or all where this is no git checkout.
  static func topLevel() throws -> Set<ByteString> {
    guard FileTree.exists(Places.package.appending(".git")), Places.program("git") != nil else {
      return try Set(FileTree.entries(Places.package))
    }
    let listing = try TestCommand("git", ["ls-files", "-z"], in: Dir())
      .folder(Places.package).run()
    return Set(listing.records.compactMap { $0.components.first })
  }
}
