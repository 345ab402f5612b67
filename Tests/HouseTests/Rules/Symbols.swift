import ByteText
import TestKit

/// What the C rooms show to the linker.
enum Symbols {
  /// The names of a listing by `nm -g --defined-only` that do not begin with `imgds_`.
  static func strangers(in listing: String) -> [String] {
    listing.lines.compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count == 3, let name = fields.last, !name.hasPrefix("imgds_") else { return nil }
      return String(name)
    }
  }

  /// The object files of a C room beside the running tests.
  static func objects(of room: ByteString) throws -> [ByteString] {
    let folder = Places.products.appending(room + ".build")
    guard FileTree.isFolder(folder) else { return [] }
    return try FileTree.files(below: folder).filter { $0.pathExtension == "o" }
      .map { folder.appending($0) }
  }
}
