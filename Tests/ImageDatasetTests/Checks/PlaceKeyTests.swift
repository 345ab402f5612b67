import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct PlaceKeyTests {
  /// Names of one letter whose bits undo those in which ids and formats differ.
  @Test func `no two places of neighbouring ids have one key`() {
    var keys: Set<UInt64> = []
    var count = 0
    for number in 0..<64 as Range<UInt64> {
      for name in UInt8(ascii: "a")...UInt8(ascii: "z") {
        for format in ImageFormat.allCases {
          let id = ImageID(number: 0xABCD_0000_0000_0000 | number)
          keys.insert(ImagePlace(className: ByteString([name]), id: id, format: format).key)
          count += 1
        }
      }
    }
    #expect(keys.count == count)
  }

  @Test func `a file of the other format under an id is looked at in any class`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset("pets", ["a", "b"])
    let places = try (0..<12).map { try dataset.adding(Pictures.png($0), to: "a") }
    for place in places { try dir.write("pets/b/" + place.id.text + ".jpg", text: "no image") }
    for isQuick in [false, true] {
      var options = VerifyOptions(path: dataset.path)
      options.isQuick = isQuick
      #expect(try verify(options, progress: { _ in }, report: { _ in }).files == 24)
    }
  }
}
