package import ByteText

/// Words that Hugging Face's folder loader takes for the name of a split.
package enum SplitWord {
  /// All of them, lower case, as of `datasets` 5.2.
  package static let all: Set<ByteString> = [
    "train", "training", "validation", "valid", "val", "dev", "test", "testing", "eval",
    "evaluation",
  ]

  /// Whether a whole folder name is a split word.
  package static func isSplit(_ name: ByteString) -> Bool {
    all.contains(name)
  }

  /// The first split word in a name, where words are parted by `- . _`, space, digits or slashes.
  package static func first(in name: ByteString) -> String? {
    let words = name.bytes.split { byte in
      "-._ /0123456789".utf8.contains(byte)
    }
    return words.lazy.map { ByteString($0) }.first { all.contains($0) }?.displayed
  }
}
