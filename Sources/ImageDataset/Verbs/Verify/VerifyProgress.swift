/// How far `verify` is.
package enum VerifyProgress: Sendable {
  /// So many files have been looked at.
  case looked(Int)
  /// So many pieces of what is worked out of all of them together are done; how many there will be is
  /// not known.
  case concluded(Int)
}
