/// How long files may be: half of them at most 100 lines, nine of ten at most 250, none over 400.
enum Sizes {
  static func violations(in files: [SourceFile]) -> [Violation] {
    let long = files.filter { $0.lineCount > 400 }.map {
      Violation(path: $0.path, line: $0.lineCount, message: "over 400 lines: it is two files")
    }
    let counts = files.map(\.lineCount).sorted()
    return long + share(0.5, of: counts, atMost: 100) + share(0.9, of: counts, atMost: 250)
  }

  /// Files of commands that are longer than a command's page.
  static func commandViolations(in files: [SourceFile]) -> [Violation] {
    files.filter { $0.isBelow(["Sources/imgds/Commands/"]) && $0.lineCount > 120 }.map {
      Violation(path: $0.path, line: $0.lineCount, message: "a command has at most 120 lines")
    }
  }

  private static func share(_ share: Double, of counts: [Int], atMost limit: Int) -> [Violation] {
    guard let count = counts.isEmpty ? nil : counts[Int(Double(counts.count - 1) * share)],
      count > limit
    else { return [] }
    let percent = Int(share * 100)
    return [
      Violation(
        path: "Sources", line: 0,
        message: "\(percent) % of files reach \(count) lines, more than \(limit)")
    ]
  }
}
