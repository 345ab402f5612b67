/// An option, named by its long spelling without the two hyphens.
///
/// What an option takes and says is written beside each command that has it; an option of two
/// commands has the same letter and the same kind of value in both, which a test holds.
package enum OptionName: String, CaseIterable, Sendable {
  case also
  case author
  case by
  case byFolder = "by-folder"
  case checks
  case `class`
  case create
  case croissant
  case describe
  case description
  case drop
  case doubts
  case dryRun = "dry-run"
  case existOk = "exist-ok"
  case fit
  case `for`
  case force
  case format
  case from
  case groupBy = "group-by"
  case help
  case html
  case image
  case includePrivate = "include-private"
  case jobs
  case json
  case keepSplit = "keep-split"
  case labels
  case license
  case like
  case limit
  case maxPixels = "max-pixels"
  case model
  case move
  case noNearDuplicates = "no-near-duplicates"
  case nulSeparated = "null"
  case output
  case pixels
  case plain
  case `private`
  case provenance
  case `public`
  case purge
  case quality
  case quick
  case quiet
  case reference
  case repair
  case resize
  case reverse
  case seed
  case shardSize = "shard-size"
  case since
  case sort
  case split
  case splitFiles = "split-files"
  case strict
  case strip
  case suggest
  case tags
  case top
  case until
  case upright
  case url
  case usage
  case version
  case `where`

  /// The long spelling: `--by-folder`.
  package var spelling: String { "--" + rawValue }
}
