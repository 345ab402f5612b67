package import ByteText

/// Real pictures that stand beside the package on a developer's machine and never in it.
///
/// Tests that want them say `.enabled(if: Corpora.isPresent, Corpora.leftOut)` and so pass, and are
/// reported as skipped, on a machine without.
package enum Corpora {
  /// The folder `IMGDS_CORPORA` names, else `../shared/corpora` beside the package, or nil.
  package static let folder: ByteString? = {
    let beside = Places.package.parent.appending("shared/corpora")
    let folder = Places.variable("IMGDS_CORPORA") ?? beside
    return FileTree.isFolder(folder) ? folder : nil
  }()

  package static var isPresent: Bool { folder != nil }

  /// Why a test was left out.
  package static let leftOut = "left out: no ../shared/corpora, and IMGDS_CORPORA names none"

  /// The rows of `photos.tsv`: `path set class size sha256 magic width height mode orientation must`.
  package static func photos() throws -> [Row] {
    try rows(of: "photos.tsv")
  }

  /// The rows of `torture.tsv`: `path size sha256 mime must expected lib …`.
  package static func torture() throws -> [Row] {
    try rows(of: "torture.tsv")
  }

  /// One file of a corpus and what is known of it, by column.
  package struct Row: Sendable {
    /// Where the file is.
    package let file: ByteString
    private let cells: [ByteString: ByteString]

    init(_ cells: [ByteString: ByteString], in folder: ByteString) {
      self.cells = cells
      file = folder.appending(cells["path"] ?? "")
    }

    /// The text of a column; empty where the table has none.
    package subscript(column: ByteString) -> ByteString { cells[column] ?? "" }

    /// The whole number of a column, or nil.
    package func number(_ column: ByteString) -> Int? { Decimal.number(self[column].bytes) }
  }

  private static func rows(of table: ByteString) throws -> [Row] {
    guard let folder else { return [] }
    let tab = UInt8(ascii: "\t")
    let lines = try ByteString(FileTree.read(folder.appending(table)))
      .parts(ending: UInt8(ascii: "\n"))
    let columns = lines.first?.split(on: tab) ?? []
    return lines.dropFirst().map { line in
      let cells = zip(columns, line.split(on: tab))
      return Row(Dictionary(cells) { first, _ in first }, in: folder)
    }
  }
}
