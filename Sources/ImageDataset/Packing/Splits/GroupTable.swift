package import ByteText

/// A table that says which images belong together (`pack --group-by`).
package struct GroupTable: Sendable {
  private let rows: [LabelTable.Row]
  private let path: ByteString

  /// Reads a table with a column `id` or `file_name` and a column `group`.
  ///
  /// - Throws: ``DatasetError/usage(_:)`` naming the line, or the columns there are.
  package init(_ bytes: [UInt8], path: ByteString) throws(DatasetError) {
    let table = try LabelTable(
      bytes, path: path, fileColumns: ["id", "file_name"], labelColumn: "group")
    rows = table.rows
    self.path = path
  }

  /// Joins the images of each group.
  ///
  /// A row names an image by its id, its path in the dataset or the archive, or the path it was added
  /// from, or a unique trailing part of that; a file name may lack its ending. Rows that fit none of
  /// the images are passed over: the table may be that of a larger collection. Images that no row
  /// names are on their own.
  ///
  /// - Throws: ``DatasetError/usage(_:)`` for a row that fits several images, or when none fits any.
  func join(_ images: [PackPlan.Image], into groups: inout SplitGroups) throws(DatasetError) {
    let index = SourceIndex(images)
    var members: [ByteString: [ImageID]] = [:]
    for row in rows where !row.label.isEmpty {
      let found = index.images(named: row.file)
      guard found.count < 2 else {
        throw .usage(
          "line \(row.line) of the table '\(path.displayed)': '\(row.file.displayed)' fits "
            + "\(found.count) images, name it by its id")
      }
      members[row.label, default: []] += found
    }
    guard members.values.contains(where: { !$0.isEmpty }) else {
      throw .usage("no row of the table '\(path.displayed)' names an image that is packed")
    }
    for ids in members.values { groups.join(ids) }
  }
}

/// Finds images by what people call them.
private struct SourceIndex {
  private var names: [ByteString: Set<ImageID>] = [:]

  init(_ images: [PackPlan.Image]) {
    for image in images {
      for path in [image.place.file, image.source] {
        var tail = ByteString()
        for part in path.components.reversed() {
          tail = tail.isEmpty ? part : part.appending(tail)
          names[tail, default: []].insert(image.id)
          names[tail.withoutEnding, default: []].insert(image.id)
        }
      }
    }
  }

  /// The images with a name; more than one if it is not unique.
  func images(named name: ByteString) -> Set<ImageID> {
    let path = name.components.reduce(ByteString()) { $0.appending($1) }
    if let found = names[path] { return found }
    guard let id = ImageID(path.stem) else { return [] }
    return names[id.text] ?? []
  }
}

extension ByteString {
  fileprivate var withoutEnding: ByteString {
    let ending = pathExtension
    return ending.isEmpty ? self : ByteString(bytes.dropLast(ending.count + 1))
  }
}
