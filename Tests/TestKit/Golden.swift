package import ByteText

/// Output held to a file that was looked at once by a person.
///
/// The file is `Tests/Fixtures/Golden/FILE/TEST.txt`, after the test's file and name. It is written
/// only under `IMGDS_RECORD=1`, and such a run fails, so that no machine approves its own output.
package enum Golden {
  /// Throws ``GoldenMismatch`` unless the text is what the golden file holds.
  package static func check(
    _ actual: ByteString, file: String = #fileID, test: String = #function
  ) throws {
    let path = place(file: file, test: test)
    if Places.variable("IMGDS_RECORD") == "1" {
      try FileTree.write(path, actual.bytes)
      throw GoldenMismatch(path: path, message: "recorded; look at it and run again without")
    }
    guard FileTree.exists(path) else {
      throw GoldenMismatch(path: path, message: "missing; IMGDS_RECORD=1 records it")
    }
    let expected = try ByteString(FileTree.read(path))
    guard expected != actual else { return }
    throw GoldenMismatch(path: path, message: difference(expected, actual))
  }

  /// The golden file of a test: letters and digits stay, anything else becomes a hyphen.
  static func place(file: String, test: String) -> ByteString {
    let words = test.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return Places.package.appending("Tests/Fixtures/Golden")
      .appending(ByteString(file).stem)
      .appending(ByteString(words.joined(separator: "-") + ".txt"))
  }

  private static func difference(_ expected: ByteString, _ actual: ByteString) -> String {
    let newline = UInt8(ascii: "\n")
    let (old, new) = (expected.split(on: newline), actual.split(on: newline))
    let same = zip(old, new).prefix { $0 == $1 }.count
    func line(_ lines: [ByteString]) -> String {
      lines.indices.contains(same) ? "'\(lines[same].displayed)'" : "the end"
    }
    return "line \(same + 1) is \(line(new)) instead of \(line(old))"
  }
}

/// Output that is not what its golden file holds.
package struct GoldenMismatch: Error, CustomStringConvertible {
  package let path: ByteString
  package let message: String

  package var description: String { "\(path.displayed): \(message)" }
}
