internal import ByteText
internal import System

/// Asks which files show the same picture, changed a little: in one class, two classes, two splits.
///
/// Files of the same pixels are one picture here; that they are the same is ``SamenessCheck``'s to
/// say.
struct LikenessCheck: Check {
  private struct Member {
    let picture: Int
    let file: Int
    let owner: ByteString
    let split: ByteString?
  }

  private let jobs: Int
  private var collection = LikenessCollection()
  private var members: [Member] = []
  private var files = ByteStringPool()

  init(jobs: Int) {
    self.jobs = jobs
  }

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    guard let examination = picture.examination, let measures = examination.measures,
      let number = collection.append(measures, pixels: examination.pixels)
    else { return }
    members.append(
      Member(
        picture: number, file: files.append(picture.picture.file),
        owner: picture.picture.className, split: picture.picture.split))
  }

  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) throws {
    let groups = try collection.groups(jobs: jobs)
    collection = LikenessCollection()
    // Groups of a search cut short are parts of groups.
    guard Interrupt.received == nil else { return }
    var groupOf: [Int: Int] = [:]
    for (number, group) in groups.enumerated() {
      for picture in group.members { groupOf[picture] = number }
    }
    var membersOf = [[Member]](repeating: [], count: groups.count)
    for member in members {
      if let group = groupOf[member.picture] { membersOf[group].append(member) }
    }
    for (group, met) in zip(groups, membersOf).sorted(by: { $0.1[0].file < $1.1[0].file }) {
      // Others may have moved a picture since it was met.
      let there = Set(subject.together(met.map { files[$0.file] }))
      let members = met.filter { there.contains(files[$0.file]) }
      guard Set(members.map(\.picture)).count > 1 else { continue }
      tell(members, group.likeness, report)
    }
  }

  private func tell(_ group: [Member], _ likeness: Float, _ report: (Finding) -> Void) {
    let names = group.map { files[$0.file] }
    func tell(_ code: Finding.Code, _ message: String) {
      var finding = Finding(code, names[0], message, files: names)
      finding.score = Double(likeness)
      report(finding)
    }
    let isLeak = Set(group.map(\.split)).count > 1
    let isContested = Set(group.map(\.owner)).count > 1
    if isLeak { tell(.nearLeak, "nearly the same picture in two splits") }
    if isContested { tell(.nearDuplicateClasses, "nearly the same picture in two classes") }
    if !isLeak, !isContested { tell(.nearDuplicate, "nearly the same picture twice in one class") }
  }
}
