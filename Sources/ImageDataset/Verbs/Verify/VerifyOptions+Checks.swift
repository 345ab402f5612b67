internal import ByteText

extension VerifyOptions {
  /// How deep pictures of a subject are looked into for some checks.
  func depth(of subject: any Subject, _ own: [any Check]) -> Examination.Depth {
    var depth: Examination.Depth = []
    if !checks.kinds.isDisjoint(with: [.sameness, .likeness]) { depth.insert(.pixels) }
    // Names and sums are compared with digests; of a plain tree there is nothing to compare.
    if !(subject is TreeSubject) || own.contains(where: { $0 is FolderSumsCheck }) {
      depth.insert(.digestOfRefused)
    }
    if checks.kinds.contains(.likeness) { depth.insert(.likeness) }
    if checks.kinds.contains(.quality) { depth.insert(.quality) }
    if wantsDoubts { depth.insert(.sketch) }
    return depth
  }

  /// The checks asked for that suit any subject.
  var commonChecks: [any Check] {
    var common: [any Check] = []
    let kinds = checks.kinds
    if kinds.contains(.soundness) { common.append(IntegrityCheck()) }
    if kinds.contains(.quality) { common.append(QualityCheck(checks.quality)) }
    if kinds.contains(.notes) { common.append(NotesCheck()) }
    if kinds.contains(.classes) { common.append(ClassCheck(of: path.lastComponent)) }
    if kinds.contains(.sameness) { common.append(SamenessCheck()) }
    if kinds.contains(.likeness) { common.append(LikenessCheck(jobs: jobs)) }
    if wantsDoubts { common.append(DoubtCheck(jobs: jobs)) }
    return common
  }
}
