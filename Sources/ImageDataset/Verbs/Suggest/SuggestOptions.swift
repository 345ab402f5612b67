package import ByteText

/// What `suggest` is asked to do.
package struct SuggestOptions: Sendable {
  /// Files and folders; `-` stands for the paths of a list.
  package var paths: [ByteString]
  /// How many classes are suggested for a picture.
  package var top = 3
  package var jobs = 1
  package var maxPixels = 178_956_970
  /// Who asks.
  package var contributor: ByteString
  /// The command of an outside program to ask instead of the built-in learner.
  package var model: ByteString?
  /// The folder for what is learnt, so that it need not be learnt again; nil for none.
  package var cacheFolder: ByteString?

  package init(paths: [ByteString], contributor: ByteString) {
    self.paths = paths
    self.contributor = contributor
  }
}
