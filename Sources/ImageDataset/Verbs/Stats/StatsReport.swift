package import ByteText
package import ImageAnalysis

/// What `stats` says of a dataset, tree or zip.
package struct StatsReport: Sendable {
  /// A class and what is in it.
  package struct Class: Sendable {
    package let name: ByteString
    /// Its place among the classes that hold images; nil for an empty one.
    package let index: Int?
    package let images: Int
    package let bytes: Int
  }

  /// The least, middle and greatest of some whole numbers.
  package struct Range: Sendable {
    package let min: Int
    /// Of an even count the mean of the two middle ones.
    package let median: Double
    package let max: Int
  }

  /// Mean and standard deviation of red, green and blue over all pixels, 0…1.
  package struct Pixels: Sendable {
    package let mean: [Double]
    package let deviation: [Double]
  }

  /// How often the class that was suggested for a new image is the one it has now.
  package struct Suggested: Sendable {
    package let images: Int
    package let right: Int
  }

  package var name: ByteString
  package var images = 0
  package var bytes = 0
  /// Private images among those counted.
  package var privateImages = 0
  /// Private images of other contributors, which are not counted.
  package var leftOut = 0
  package var classes: [Class] = []
  package var formats: [String: Int] = [:]
  package var modes: [String: Int] = [:]
  /// Images by EXIF orientation, 1 to 8.
  package var orientations: [Int: Int] = [:]
  package var width: Range?
  package var height: Range?
  /// The images of the largest class for each of the smallest; empty classes do not count.
  package var balance: Double?
  /// The dominant colours of all images together, each image weighing the same.
  package var colours: [DominantColour] = []
  /// Whether mean and deviation of all pixels were asked for.
  package var hasPixels = false
  /// They, if there are any pixels.
  package var pixels: Pixels?
  /// Nil where none was suggested.
  package var suggested: Suggested?
  /// Pictures that lie in no class folder, and so do not count.
  package var loosePictures = 0
  /// What could not be read or is no record, in words.
  package var faults: [String] = []
}
