package import ByteText

/// What a class may be called.
package enum ClassName {
  /// Why a name cannot be a class, or nil if it can.
  ///
  /// A class is a folder that every loader shows as a class: 1 to 255 bytes of UTF-8 without `/`,
  /// control characters or a leading dot.
  package static func fault(in name: ByteString) -> String? {
    if name.isEmpty { return "is empty" }
    if name.count > 255 { return "is longer than 255 bytes" }
    if name.bytes.first == UInt8(ascii: ".") { return "begins with a dot, so it would be hidden" }
    if name.bytes.contains(UInt8(ascii: "/")) { return "holds a slash" }
    guard name.isUTF8 else { return "is not UTF-8" }
    let isControl = name.displayed.unicodeScalars.contains {
      $0.properties.generalCategory == .control
    }
    return isControl ? "holds a control character" : nil
  }

  /// Refuses names that cannot be classes, all in one message.
  static func check(_ names: [ByteString]) throws(DatasetError) {
    let faults = names.compactMap { name in
      fault(in: name).map { "the class name '\(name.displayed)' \($0)" }
    }
    guard faults.isEmpty else { throw .usage(faults.joined(separator: "; ")) }
  }

  /// What will go wrong elsewhere with a name that is allowed here; empty for a portable one.
  package static func warnings(about name: ByteString) -> [String] {
    var warnings: [String] = []
    if let word = windowsFault(in: name) { warnings.append("Windows cannot hold it: \(word)") }
    if name.bytes.first == UInt8(ascii: " ") { warnings.append("it begins with a space") }
    if name.bytes.first == UInt8(ascii: "-") {
      warnings.append("it begins with '-' and will be taken for an option")
    }
    if let word = SplitWord.first(in: name) {
      warnings.append("Hugging Face takes '\(word)' in it for a split")
    }
    return warnings
  }

  /// A key that is equal for names which a file system that folds case or normalises would merge.
  ///
  /// It is a `String` on purpose: Swift's equality of strings is canonical equivalence.
  package static func folded(_ name: ByteString) -> String {
    name.displayed.lowercased()
  }

  private static func windowsFault(in name: ByteString) -> String? {
    let forbidden = Array("<>:\"|?*\\".utf8)
    if let byte = name.bytes.first(where: forbidden.contains) {
      return "it holds '\(Unicode.Scalar(byte))'"
    }
    if name.bytes.last == UInt8(ascii: ".") { return "it ends in a dot" }
    if name.bytes.last == UInt8(ascii: " ") { return "it ends in a space" }
    let base = name.split(on: UInt8(ascii: "."))[0].asciiLowercased
    let devices: Set<ByteString> = ["con", "prn", "aux", "nul"]
    let numbered =
      base.count == 4 && (base.hasPrefix("com") || base.hasPrefix("lpt"))
      && (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(base.bytes[3])
    return devices.contains(base) || numbered ? "the word is reserved" : nil
  }
}
