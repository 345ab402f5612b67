package import ByteText

/// What `pack` is asked to do.
package struct PackOptions: Sendable {
  /// Where the archive goes.
  package enum Output: Sendable {
    /// A file; of several archives, what their names are made from. For shards of tar a folder.
    case file(ByteString)
    case standardOutput
  }

  /// How the parts of a split are made.
  package struct Split: Sendable {
    package var shares: SplitShares
    /// Archives or lists of an earlier split, in which no image moves.
    package var earlier: [ByteString] = []
    package var groups: GroupTable?
    /// Whether images that show the same picture stay in one part, for which all are decoded.
    package var keepsNearDuplicatesTogether = true

    package init(_ shares: SplitShares) {
      self.shares = shares
    }
  }

  /// The kind of archive.
  package enum Format: Sendable {
    case zip
    /// Shards of tar, as the `webdataset` library reads them.
    case webdataset
  }

  package var output: Output
  package var format = Format.zip
  /// What images must fit.
  package var query = SearchQuery()
  package var includesPrivate = false
  /// Decides the order of a split, and of samples in shards.
  package var seed = 0
  package var split: Split?
  /// Whether each part gets an archive of its own.
  package var isSplitIntoFiles = false
  /// The most bytes of an archive, where there are to be several.
  package var shardSize: Int?
  package var treatment = PixelTreatment()
  /// Whether the archive holds images alone.
  package var isPlain = false
  /// Whether the metadata tell where images came from, who added them and when.
  package var tellsProvenance = false
  /// Whether a Croissant description is written beside the archive.
  package var hasCroissant = false
  /// The date of every entry, if it is to be another than 1980-01-01.
  package var date: Timestamp?
  package var jobs = 1
  /// Whether the report tells the archive's digest, which costs as much as writing it.
  package var tellsDigest = true

  package init(output: Output) {
    self.output = output
  }
}
