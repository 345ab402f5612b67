package import ByteText

/// Who does something to a dataset.
package enum Contributor {
  /// Why a name cannot be recorded, or nil if it can.
  package static func fault(in name: ByteString) -> String? {
    if name.isEmpty { return "is empty" }
    if name.count > 255 { return "is longer than 255 bytes" }
    guard name.isUTF8 else { return "is not UTF-8" }
    let isControl = name.displayed.unicodeScalars.contains {
      $0.properties.generalCategory == .control
    }
    return isControl ? "holds a control character" : nil
  }
}
