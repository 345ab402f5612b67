internal import ByteText

/// Counts images as their `added` lines alone tell of them, while the catalog is folded.
///
/// Nothing else speaks of most images, so that most lines are read once. Those that later lines
/// contradict are taken out again and counted as they are now.
struct LineCounting: Sendable {
  /// Whose private images count.
  let contributor: ByteString

  /// Counts a line, if its image is for the contributor's eyes; `times: -1` takes it out again.
  func count(
    _ facts: QuickFacts, of line: Span<UInt8>, in className: Int32, into counts: inout StatsCounts,
    times: Int = 1
  ) {
    let head = facts.head
    if head.isPrivate, ByteString(line.array(head.by)) != contributor { return }
    counts.add(
      facts, in: Int(className), head.isPrivate ? .private : .public, times: times)
  }
}
