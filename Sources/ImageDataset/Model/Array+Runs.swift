extension RandomAccessCollection where Index == Int {
  /// The stretches of neighbours of which each belongs with the next.
  func runs(where belongs: (Element, Element) -> Bool) -> [SubSequence] {
    var runs: [SubSequence] = []
    var start = startIndex
    while start < endIndex {
      var end = start + 1
      while end < endIndex, belongs(self[end - 1], self[end]) { end += 1 }
      runs.append(self[start..<end])
      start = end
    }
    return runs
  }

  /// The index of the first element of which `isBehind` is true, as it then is of all that follow.
  func partition(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
