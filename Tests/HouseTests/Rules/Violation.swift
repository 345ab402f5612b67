/// A place where the house is not as drawn.
struct Violation: Hashable, CustomStringConvertible {
  let path: String
  /// Counted from 1; 0 for the whole file.
  let line: Int
  let message: String

  var description: String {
    line == 0 ? "\(path): \(message)" : "\(path):\(line): \(message)"
  }
}
