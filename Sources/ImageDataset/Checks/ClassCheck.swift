internal import ByteText

/// Asks whether there are classes, and every one holds an image under a name that other systems can hold.
struct ClassCheck: Check {
  /// What a finding about the whole names.
  let name: ByteString
  private var filled: Set<SubjectClass> = []
  /// The class of the picture before, which is that of most.
  private var last: SubjectClass?

  init(of name: ByteString) {
    self.name = name
  }

  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {
    let own = SubjectClass(split: picture.picture.split, name: picture.picture.className)
    guard own != last else { return }
    last = own
    filled.insert(own)
  }

  mutating func pass(_ places: [ImagePlace], in className: ByteString) {
    if !places.isEmpty { filled.insert(SubjectClass(split: nil, name: className)) }
  }

  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) {
    if subject.classes.isEmpty, subject.isWhole {
      report(Finding(.emptyClass, name, "there is no class in it, and no loader takes it"))
    }
    for each in subject.classes where !filled.contains(each) && subject.isEmpty(each) {
      report(
        Finding(.emptyClass, each.folder, "the class holds no image, and some loaders fail on it"))
    }
    for each in subject.classes {
      for warning in ClassName.warnings(about: each.name) {
        report(Finding(.portableName, each.folder, warning))
      }
    }
    let twins = Dictionary(grouping: subject.classes) { each in
      "\(each.split?.displayed ?? "")/\(ClassName.folded(each.name))"
    }
    for group in twins.values.filter({ $0.count > 1 }).sorted(by: { $0[0].folder < $1[0].folder }) {
      let names = group.map { "'\($0.name.displayed)'" }.joined(separator: " and ")
      let files = group.map(\.folder)
      report(
        Finding(
          .portableName, files[0], "Windows and macOS cannot tell \(names) apart", files: files))
    }
  }
}
