internal import ByteText

/// One question asked of every picture, and at the end of all of them together.
protocol Check {
  /// Looks at a picture, in the subject's order.
  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void)
  /// Passes over pictures of a class without splits that are where and as large as the catalog says.
  mutating func pass(_ places: [ImagePlace], in className: ByteString)
  /// Works out what takes long once all have been seen.
  ///
  /// - Parameter progress: is told how many pieces of the work are done.
  mutating func conclude(_ progress: (Int) -> Void) throws
  /// Says what can only be said once all have been seen.
  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) throws
}

extension Check {
  mutating func look(at picture: ExaminedPicture, _ report: (Finding) -> Void) {}
  mutating func pass(_ places: [ImagePlace], in className: ByteString) {}
  mutating func conclude(_ progress: (Int) -> Void) throws {}
  mutating func finish(_ subject: any Subject, _ report: (Finding) -> Void) throws {}
}
