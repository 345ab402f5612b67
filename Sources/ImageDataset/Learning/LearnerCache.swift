internal import ArchiveFormats
internal import ByteText
internal import ImageAnalysis
internal import System

/// What was learnt from a dataset, kept in the user's cache folder: derived data, safe to delete.
///
/// One file a dataset, named for the dataset's path, so that learning anew replaces it. It is there
/// whole or not at all; one that is damaged, of another version or of other images is passed over.
/// Readable for its user alone, as the images may be.
struct LearnerCache {
  /// What files begin with; another number for another way of learning.
  private static let mark: ByteString = "imgds learner 1\n"
  private static let largest = 1 << 30

  private let folder: ByteString
  private let path: ByteString

  /// - Parameter folder: the user's cache folder.
  /// - Returns: nil for a folder inside the dataset, into which reading must not write.
  init?(folder: ByteString, of dataset: Dataset) {
    var existing = folder
    while !existing.isEmpty, (try? Files.exists(existing)) != true, existing != existing.parent {
      existing = existing.parent
    }
    guard let resolved = try? Files.resolved(existing),
      resolved != dataset.resolvedPath, !resolved.hasPrefix(dataset.resolvedPath.appending(""))
    else { return nil }
    var digest = SHA256()
    digest.update(dataset.resolvedPath.bytes.span)
    self.folder = folder.appending("imgds")
    let name = Hexadecimal.encode(digest.finish().prefix(8))
    path = self.folder.appending("learner-" + name)
  }

  /// What was learnt from the images that a key stands for; nil if that is not here, or not sound.
  func load(_ key: [UInt8]) -> LearntDataset? {
    guard let bytes = try? Files.readWhole(path, atMost: Self.largest) else { return nil }
    let head = Self.mark.bytes + key
    guard bytes.count >= head.count + 32, bytes.starts(with: head) else { return nil }
    let content = Array(bytes[(head.count + 32)...])
    guard Self.sum(content) == Array(bytes[head.count..<(head.count + 32)]) else { return nil }
    guard let cut = Self.cut(content), let learner = Learner(stored: cut.learner) else {
      return nil
    }
    let classes = Array(cut.names.prefix(learner.classes))
    let files = Array(cut.names.dropFirst(learner.classes))
    guard classes.count == learner.classes, files.count == learner.knownCount else { return nil }
    return LearntDataset(learner: learner, classes: classes, files: files)
  }

  /// Keeps what was learnt, if the folder allows.
  func save(_ learnt: LearntDataset, _ key: [UInt8]) {
    var content: [UInt8] = []
    for name in learnt.classes + learnt.files { content += name.bytes + [0] }
    content = Self.number(content.count) + content + learnt.learner.stored
    let bytes = Self.mark.bytes + key + Self.sum(content) + content
    do throws(SystemError) {
      try Self.make(folder)
      try Leftovers.sweep(folder)
      let file = try StagedFile(in: folder)
      try file.setMode(0o600)
      try file.write(bytes.span)
      try file.flush()
      try file.replace(path)
    } catch {
      return
    }
  }

  /// Makes a folder, and the one it is in; what that is in must be there, as a home is.
  private static func make(_ folder: ByteString) throws(SystemError) {
    for folder in [folder.parent, folder] where try !Files.exists(folder) {
      do {
        try Files.makeFolder(folder)
      } catch {
        guard error.isTaken else { throw error }
      }
    }
  }

  private static func sum(_ content: [UInt8]) -> [UInt8] {
    var digest = SHA256()
    digest.update(content.span)
    return digest.finish()
  }

  private static func number(_ number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// Parts the names from the learner.
  private static func cut(_ content: [UInt8]) -> (names: [ByteString], learner: [UInt8])? {
    guard content.count >= 8 else { return nil }
    let length = content.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length > 0, length <= content.count - 8 else { return nil }
    let names = ByteString(content[8..<(8 + length - 1)]).split(on: 0)
    return (names, Array(content[(8 + length)...]))
  }
}
