package import ByteText

/// A part of a dataset that is split for training.
package enum SplitPart: Int, Sendable, CaseIterable, Comparable {
  case train, val, test

  /// The name of its folder, which every loader knows for a split.
  package var name: ByteString {
    switch self {
    case .train: "train"
    case .val: "val"
    case .test: "test"
    }
  }

  /// The part of this name, or nil.
  package init?(name: ByteString) {
    guard let part = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = part
  }

  package static func < (left: SplitPart, right: SplitPart) -> Bool {
    left.rawValue < right.rawValue
  }
}
