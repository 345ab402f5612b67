internal import ByteText
internal import System

/// Asks whether an unpacked archive holds just the files that its own list names, with the bytes it says.
///
/// The list is `SHA256SUMS` in the topmost folder; a tree without one is not held to it. Nothing outside
/// the tree is read, whatever the list names.
struct FolderSumsCheck: Check {
  private let path: ByteString
  private let sums: [ByteString: ByteString]
  private let badLine: Int?
  private var unseen: Set<ByteString>

  /// - Returns: nil for a folder without a list.
  init?(_ path: ByteString) throws(SystemError) {
    let file = path.appending(SumsFile.name)
    guard try Files.exists(file), try Files.status(file).kind == .regular else { return nil }
    let list = try OpenFile.reading(file)
    self.path = path
    let said = SumsList(try list.bytes(at: 0, count: list.status().size))
    sums = said.sums
    badLine = said.badLine
    unseen = Set(sums.keys)
  }

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    let file = picture.picture.file
    unseen.remove(file)
    guard let sum = sums[file] else {
      report(Finding(.unrecorded, file, "SHA256SUMS does not name it"))
      return
    }
    guard let examination = picture.examination, !examination.sha256.isEmpty else { return }
    compare(examination.sha256, sum, of: file, report)
  }

  /// Looks at what lies beside the class folders, and for what is not there.
  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) throws {
    if let badLine { report(.badSum(.corrupt, SumsFile.name, line: badLine)) }
    for name in unseen.sorted() { try compare(name, report) }
    for entry in try FolderListing(of: path) where entry.kind == .regular && !entry.name.isHidden {
      guard entry.name != SumsFile.name, sums[entry.name] == nil else { continue }
      report(Finding(.unrecorded, entry.name, "SHA256SUMS does not name it"))
    }
  }

  private func compare(_ name: ByteString, _ report: (Finding) -> Void) throws {
    let file = path.appending(name)
    do throws(SystemError) {
      guard isInside(name), try Files.status(file).kind == .regular else {
        return tellMissing(name, report)
      }
      if let sum = sums[name] { compare(try FileDigest.sha256(of: file), sum, of: name, report) }
    } catch {
      if error.isMissing { return tellMissing(name, report) }
      guard error.isForbidden else { throw error }
      report(Finding(.corrupt, name, "it could not be read: \(error.words)"))
    }
  }

  private func compare(
    _ digest: [UInt8], _ sum: ByteString, of file: ByteString, _ report: (Finding) -> Void
  ) {
    guard sum != Hexadecimal.encode(digest) else { return }
    report(Finding(.changed, file, "its bytes are not those that SHA256SUMS names"))
  }

  private func tellMissing(_ name: ByteString, _ report: (Finding) -> Void) {
    report(Finding(.missing, name, "SHA256SUMS names it, the folder lacks it"))
  }

  private func isInside(_ name: ByteString) -> Bool {
    name.bytes.first != UInt8(ascii: "/") && !name.components.contains("..")
  }
}
