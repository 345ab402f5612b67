/// The release this source makes, for `--version` and the foot of the manual pages.
package enum Release {
  /// Semantic version, without a leading letter.
  package static let version = "0.1.0"

  /// The day the manual was last revised for it.
  static let date = "2026-11-21"
}
