/// Finds the known word that a mistyped one most likely meant.
package enum NearestWord {
  /// The known word of least distance, if it is near enough to be worth naming.
  ///
  /// Near enough: of up to three letters one differs, of more a third and one; or two letters or more
  /// begin the known word. Ties go to the earlier word.
  package static func to(_ word: ByteString, among known: some Sequence<ByteString>) -> ByteString?
  {
    let allowed = max(1, word.count / 3 + (word.count > 3 ? 1 : 0))
    var best: (word: ByteString, distance: Int)?
    for candidate in known {
      let begins = word.count >= 2 && candidate.hasPrefix(word)
      let distance = begins ? 1 : editDistance(word.asciiLowercased, candidate.asciiLowercased)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
  /// (optimal string alignment: Damerau 1964, restricted).
  package static func editDistance(_ left: ByteString, _ right: ByteString) -> Int {
    let a = left.bytes.prefix(255)
    let b = right.bytes.prefix(255)
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
