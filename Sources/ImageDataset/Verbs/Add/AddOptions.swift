package import ByteText

/// What `add` is asked to do.
package struct AddOptions: Sendable {
  /// How the class of each picture is told.
  package enum Assignment: Sendable {
    /// All go into one class.
    case className(ByteString)
    /// Each operand's sub-folders are the classes.
    case folders
    /// A table says.
    case table(LabelTable)
    /// Each goes into the class that the dataset's own images suggest, if that scores at least so much.
    case suggested(least: Double)
  }

  /// Files and folders; `-` stands for the paths of a list.
  package var paths: [ByteString]
  package var assignment: Assignment
  /// Whether a class that does not exist is made.
  package var createsClasses = false
  /// Whether sources are taken away once their bytes are durable in the dataset.
  package var movesSources = false
  package var visibility = Visibility.public
  /// Whether one refused input keeps all others out.
  package var isStrict = false
  /// Whether everything is checked and told, and nothing written.
  package var isDryRun = false
  package var jobs = 1
  package var maxPixels = 178_956_970
  package var contributor: ByteString
  /// The folder for what is learnt from the dataset; nil for none.
  package var cacheFolder: ByteString?

  package init(paths: [ByteString], assignment: Assignment, contributor: ByteString) {
    self.paths = paths
    self.assignment = assignment
    self.contributor = contributor
  }
}
