import CFuzzer
import Glibc

/// `Fuzz TARGET [OPTION…] [SEEDS…]`, options and seeds as libFuzzer has them.
@main
enum Main {
  static func main() {
    let words = CommandLine.arguments
    guard words.count > 1, let target = FuzzTarget(rawValue: words[1]) else {
      print("usage: Fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) [OPTION…]")
      exit(2)
    }
    unsafe Self.target = target
    var arguments = unsafe (words[..<1] + words[2...]).map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    exit(
      unsafe imgds_fuzz(Int32(words.count - 1), &arguments) { bytes, count in
        let input = unsafe UnsafeBufferPointer(start: bytes, count: count)
        unsafe Main.target.run(Array(input))
        return 0
      })
  }

  /// The target at work; set once before the first run, on the one thread there is.
  private nonisolated(unsafe) static var target = FuzzTarget.csv
}
