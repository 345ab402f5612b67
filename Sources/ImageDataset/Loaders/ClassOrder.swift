internal import ByteText

/// Compares a loader's numbering of the classes with the order of their names' bytes.
enum ClassOrder {
  /// - Parameters:
  ///   - expected: images by class as the folders say.
  ///   - lists: the loader's classes in index order, split by split.
  static func remarks(
    expected: [ByteString: Int], lists: [(split: ByteString, classes: [ByteString])],
    isPerSplit: Bool
  ) -> [LoaderRemark] {
    let all = Set(lists.flatMap(\.classes))
    guard !all.isEmpty else { return [] }
    let filled = expected.filter { $0.value > 0 }.keys
    var remarks: [LoaderRemark] = []
    let missing = filled.filter { !all.contains($0) }.sorted()
    if let first = missing.first {
      remarks.append(
        remark(.emptyClass, first, "has no class '\(first.displayed)'", more: missing.count - 1))
    }
    let added = all.filter { expected[$0] == nil }.sorted()
    if let first = added.first {
      remarks.append(
        remark(
          .portableName, first, "takes '\(first.displayed)' for a class", more: added.count - 1))
    }
    let dropped = expected.filter { $0.value == 0 && !all.contains($0.key) }.keys.sorted()
    if let first = dropped.first {
      remarks.append(
        remark(
          .emptyClass, first, "drops the empty class '\(first.displayed)'",
          more: dropped.count - 1))
    }
    if let change = lists.lazy.compactMap({ reordered($0.classes) }).first {
      remarks.append(change)
    }
    if isPerSplit, let change = renumbered(lists) { remarks.append(change) }
    return remarks
  }

  /// The first class that stands elsewhere than the bytes of its name would have it.
  private static func reordered(_ classes: [ByteString]) -> LoaderRemark? {
    let sorted = classes.sorted()
    guard let index = classes.indices.first(where: { classes[$0] != sorted[$0] }) else {
      return nil
    }
    return remark(
      .order, sorted[index],
      "gives index \(index) to class '\(classes[index].displayed)', "
        + "others to '\(sorted[index].displayed)'", more: 0)
  }

  /// The first class that has two numbers, or number that two classes have.
  private static func renumbered(
    _ lists: [(split: ByteString, classes: [ByteString])]
  ) -> LoaderRemark? {
    var known: [ByteString: (index: Int, split: ByteString)] = [:]
    for (split, classes) in lists {
      for (index, name) in classes.enumerated() {
        guard let first = known[name] else {
          known[name] = (index, split)
          continue
        }
        guard first.index != index else { continue }
        return remark(
          .order, split.appending(name),
          "gives class '\(name.displayed)' index \(first.index) in '\(first.split.displayed)' and "
            + "\(index) in '\(split.displayed)', for a class is missing in one of them", more: 0)
      }
    }
    var named: [Int: (name: ByteString, split: ByteString)] = [:]
    for (split, classes) in lists {
      for (index, name) in classes.enumerated() {
        guard let first = named[index] else {
          named[index] = (name, split)
          continue
        }
        guard first.name != name else { continue }
        return remark(
          .order, split.appending(name),
          "gives index \(index) to class '\(first.name.displayed)' in "
            + "'\(first.split.displayed)' and to '\(name.displayed)' in '\(split.displayed)', "
            + "for each lacks a class of the other", more: 0)
      }
    }
    let lengths = Set(lists.map(\.classes.count))
    guard lengths.count > 1, let least = lists.min(by: { $0.classes.count < $1.classes.count })
    else { return nil }
    return remark(
      .order, least.split, "has fewer classes in '\(least.split.displayed)' than elsewhere", more: 0
    )
  }

  private static func remark(
    _ code: Finding.Code, _ file: ByteString, _ message: String, more: Int
  ) -> LoaderRemark {
    let tail = more > 0 ? " and \(more) more" : ""
    return LoaderRemark(code: code, file: file, message: message + tail)
  }
}
