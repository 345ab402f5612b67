/// A bar as long as a share of a width, drawn in eighths of a column.
enum HorizontalBar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The bar without padding.
  ///
  /// `share` is 0…1 and bounded to it; what is more than nothing shows at least an eighth. Without
  /// blocks whole columns are drawn as `#`.
  static func text(share: Double, width: Int, usesBlocks: Bool) -> String {
    let bounded = share > 0 ? min(share, 1) : 0
    guard usesBlocks else {
      let columns = Int((bounded * Double(width)).rounded())
      return String(repeating: "#", count: max(columns, bounded > 0 ? min(1, width) : 0))
    }
    let parts = max(Int((bounded * Double(width * 8)).rounded()), bounded > 0 ? min(1, width) : 0)
    return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
  }
}
