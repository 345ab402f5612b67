package import ByteText

/// A label that an image carries beside its class.
package enum ExtraLabel {
  /// Why a label cannot be recorded, or nil if it can.
  package static func fault(in label: ByteString) -> String? {
    if label.bytes.contains(UInt8(ascii: ",")) {
      return "holds a comma, which parts labels in metadata.jsonl"
    }
    return Contributor.fault(in: label)
  }
}
