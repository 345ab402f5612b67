import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct ImagePlaceTests {
  @Test func `follows from class, id and format`() {
    let place = ImagePlace(className: "cat", id: ImageID(number: 0x0A), format: .jpeg)
    #expect(place.file == "cat/000000000000000a.jpg")
    #expect(ImagePlace(className: "cat", fileName: place.fileName) == place)
    #expect(ImagePlace(className: "d", fileName: "ffffffffffffffff.png")?.format == .png)
  }

  @Test(arguments: [
    "", ".jpg", "000000000000000a", "000000000000000a.jpeg", "000000000000000a.JPG",
    "000000000000000A.jpg", "00000000000000a.jpg", "0000000000000000a.jpg", "000000000000000g.png",
    "000000000000000a.jpg ", " 00000000000000a.jpg", "+00000000000000a.jpg", "000000000000000a.gif",
    "000000000000000a.png.jpg",
  ])
  func `is told by no other name`(name: String) {
    #expect(ImagePlace(className: "cat", fileName: ByteString(name)) == nil)
  }

  @Test(arguments: ["0", "", "0x0000000000000a", "-000000000000001", "00000000000000000"])
  func `has an id of exactly 16 digits`(text: String) {
    #expect(ImageID(ByteString(text)) == nil)
  }

  @Test func `has an id that is the head of the digest`() {
    let id = ImageID(digest: [0xFE, 1, 2, 3, 4, 5, 6, 7] + [UInt8](repeating: 9, count: 24))
    #expect(id.text == "fe01020304050607")
    #expect(ImageID("fe01020304050607") == id)
    #expect(ImageID(number: 1) < ImageID(number: .max))
  }
}
