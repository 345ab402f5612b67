package import ByteText

/// What `verify` is asked to do.
package struct VerifyOptions: Sendable {
  /// A dataset, a tree of class folders, or a packed zip.
  package var path: ByteString
  /// Whether no image's bytes are read: names, sizes, catalog and tree alone.
  package var isQuick = false
  package var checks = CheckSelection.all
  /// Whether likely wrong labels are looked for, too.
  package var wantsDoubts = false
  package var jobs = 1
  /// The loaders whose view of the images is asked for.
  package var loaders: [Loader] = []
  package var maxPixels = 178_956_970

  package init(path: ByteString) {
    self.path = path
  }
}

/// What `verify` found in all.
package struct VerifySummary: Sendable {
  /// The files that were looked at.
  package var files = 0
  /// Those that are sound images; where no bytes are read, those that are named as images.
  package var images = 0
  /// Whether no bytes were read.
  package var isQuick = false
  package var classes = 0
  package var errors = 0
  package var warnings = 0
  package var notes = 0
  /// What a repair put right; nil without one.
  package var mended: Int?
  /// What the loaders asked for will hold, in the order asked.
  package var loaders: [LoaderOutcome] = []

  mutating func count(_ finding: Finding) {
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }
}
