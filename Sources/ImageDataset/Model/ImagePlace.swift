package import ByteText
package import ImageCodec

/// Where an image lies in a dataset: it follows from its class, id and format, never from a record.
package struct ImagePlace: Hashable, Sendable {
  package let className: ByteString
  package let id: ImageID
  package let format: ImageFormat

  /// `ID.jpg` or `ID.png`.
  package var fileName: ByteString {
    id.text + "." + ByteString(format.fileExtension)
  }

  /// `CLASS/ID.ext`, the path below the dataset.
  package var file: ByteString {
    className.appending(fileName)
  }

  package init(className: ByteString, id: ImageID, format: ImageFormat) {
    self.className = className
    self.id = id
    self.format = format
  }

  /// The place that a file name in a class folder says, or nil if it is no `ID.jpg` or `ID.png`.
  package init?(className: ByteString, fileName: ByteString) {
    guard
      let format = ImageFormat.allCases.first(where: {
        fileName.hasSuffix("." + ByteString($0.fileExtension))
      }),
      let id = ImageID(ByteString(fileName.bytes.dropLast(4)))
    else { return nil }
    self.init(className: className, id: id, format: format)
  }
}
