internal import ArchiveFormats
internal import ByteText

/// Asks whether a zip holds just the files that its own lists name, with the bytes they say.
///
/// The list is `SHA256SUMS`; an archive without one is not held to it.
struct SumsCheck: Check {
  private let sums: [ByteString: ByteString]?
  private var unseen: Set<ByteString>
  private let root: ByteString
  /// What is to be said of the files beside the class folders.
  private var differing: [Finding] = []

  init(_ subject: ZipSubject) {
    root = subject.layout.root
    let content = subject.companion(SumsFile.name)
    let list = content.map { SumsList($0) }
    sums = list?.sums
    unseen = Set(sums?.keys ?? [:].keys)
    if let line = list?.badLine {
      differing.append(.badSum(.badArchive, root + SumsFile.name, line: line))
    }
    for entry in subject.layout.companions { compare(entry, of: subject) }
  }

  /// Compares a file beside the class folders, whose soundness the subject tells of.
  private mutating func compare(_ entry: ZipEntry, of subject: ZipSubject) {
    let name = ByteString(entry.name.bytes.dropFirst(root.count))
    unseen.remove(name)
    guard let sums, name != SumsFile.name, let content = subject.content(of: entry) else { return }
    var digest = SHA256()
    digest.update(content.span)
    guard let sum = sums[name] else {
      differing.append(Finding(.unrecorded, entry.name, "SHA256SUMS does not name it"))
      return
    }
    if sum != Hexadecimal.encode(digest.finish()) {
      differing.append(
        Finding(.changed, entry.name, "its bytes are not those that SHA256SUMS names"))
    }
  }

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    let file = picture.picture.file
    let name = ByteString(file.bytes.dropFirst(root.count))
    unseen.remove(name)
    guard let sums else { return }
    guard let sum = sums[name] else {
      report(Finding(.unrecorded, file, "SHA256SUMS does not name it"))
      return
    }
    guard let examination = picture.examination, !examination.sha256.isEmpty else { return }
    if sum != Hexadecimal.encode(examination.sha256) {
      report(Finding(.changed, file, "its bytes are not those that SHA256SUMS names"))
    }
  }

  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) {
    for finding in differing { report(finding) }
    for name in unseen.sorted() {
      report(Finding(.missing, root + name, "SHA256SUMS names it, the archive lacks it"))
    }
  }
}

extension Finding {
  /// A line of a list of sums that is none.
  static func badSum(_ code: Code, _ file: ByteString, line: Int) -> Finding {
    Finding(code, file, "line \(line) of SHA256SUMS is no sum")
  }
}

extension ZipSubject {
  /// The content of a file beside the class folders, or nil if it is not there.
  func companion(_ name: ByteString) -> [UInt8]? {
    layout.companions.first { $0.name == layout.root + name }.flatMap { content(of: $0) }
  }
}
