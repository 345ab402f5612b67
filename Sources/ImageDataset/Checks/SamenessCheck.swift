internal import ArchiveFormats
internal import ByteText

/// Asks whether a picture occurs twice: in one class, in two classes, in two splits.
///
/// Groups by the bytes' digest and by the decoded pixels. Of a picture it keeps some 40 bytes and its
/// name; names are looked up only for groups.
struct SamenessCheck: Check {
  private struct Member {
    let bytes: UInt64
    let pixels: (UInt64, UInt64)
    let file: Int
    let owner: Int32
    let split: Int32
  }

  private var members: [Member] = []
  private var files = ByteStringPool()
  private var owners: [ByteString: Int32] = [:]
  private var splits: [ByteString: Int32] = [:]

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    guard let facts = picture.facts, let pixels = picture.examination?.pixels else { return }
    members.append(
      Member(
        bytes: facts.id.number, pixels: (pixels.high, pixels.low),
        file: files.append(picture.picture.file),
        owner: owners.number(picture.picture.className),
        split: splits.number(picture.picture.split ?? "")))
  }

  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) {
    dropMoved(subject)
    var findings: [(first: Int, finding: Finding)] = []
    for group in members.runs(where: { $0.pixels == $1.pixels }) where group.count > 1 {
      let byBytes = group.sorted { ($0.bytes, $0.file) < ($1.bytes, $1.file) }
      let copies = byBytes[...].runs { $0.bytes == $1.bytes }
      for copy in copies where copy.count > 1 {
        findings += self.findings(of: copy, .sameBytes, .sameBytesClasses, "bytes")
      }
      if copies.count > 1 {
        findings += self.findings(of: group, .samePixels, .samePixelsClasses, "pixels")
      }
    }
    for found in findings.sorted(by: { $0.first < $1.first }) { report(found.finding) }
  }

  /// Forgets where pictures of a group were met that are there no more.
  private mutating func dropMoved(_ subject: any Subject) {
    members.sort { ($0.pixels.0, $0.pixels.1, $0.file) < ($1.pixels.0, $1.pixels.1, $1.file) }
    var gone: Set<Int> = []
    for group in members.runs(where: { $0.pixels == $1.pixels }) where group.count > 1 {
      let there = Set(subject.together(group.map { files[$0.file] }))
      gone.formUnion(group.filter { !there.contains(files[$0.file]) }.map(\.file))
    }
    if !gone.isEmpty { members.removeAll { gone.contains($0.file) } }
  }

  private func findings(
    of group: ArraySlice<Member>, _ inClass: Finding.Code, _ acrossClasses: Finding.Code,
    _ what: String
  ) -> [(first: Int, finding: Finding)] {
    let sorted = group.sorted { $0.file < $1.file }
    let names = sorted.map { files[$0.file] }
    func finding(_ code: Finding.Code, _ message: String) -> (first: Int, finding: Finding) {
      (sorted[0].file, Finding(code, names[0], message, files: names))
    }
    let isLeak = Set(group.map(\.split)).count > 1
    let isContested = Set(group.map(\.owner)).count > 1
    var found: [(first: Int, finding: Finding)] = []
    if isLeak { found.append(finding(.leak, "the same \(what) in two splits")) }
    if isContested { found.append(finding(acrossClasses, "the same \(what) in two classes")) }
    if !isLeak, !isContested {
      found.append(finding(inClass, "the same \(what) twice in one class"))
    }
    return found
  }
}

extension [ByteString: Int32] {
  /// The number of a name, a new one for a new name.
  fileprivate mutating func number(_ name: ByteString) -> Int32 {
    if let number = self[name] { return number }
    self[name] = Int32(count)
    return Int32(count - 1)
  }
}
