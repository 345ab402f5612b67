import ByteText
import ImageCodec
import Testing

@testable import ImageDataset

struct PlaceListTests {
  private static func place(_ number: UInt64, in name: ByteString) -> ImagePlace {
    ImagePlace(className: name, id: ImageID(number: number), format: .png)
  }

  private let list = PlaceList([
    place(7, in: "a"), place(2, in: "a"), place(9, in: "a"), place(7, in: "b"), place(1, in: "b"),
  ])

  @Test func `finds every place of an id, in the order of the list`() {
    #expect(Array(list.numbers(of: ImageID(number: 7))) == [0, 3])
    #expect(Array(list.numbers(of: ImageID(number: 1))) == [4])
    #expect(Array(list.numbers(of: ImageID(number: 9))) == [2])
    #expect(list.contains(ImageID(number: 2)))
  }

  @Test(arguments: [0, 3, 8, 10, .max] as [UInt64])
  func `finds nothing of an id that is nowhere`(number: UInt64) {
    #expect(Array(list.numbers(of: ImageID(number: number))).isEmpty)
    #expect(!list.contains(ImageID(number: number)))
  }

  @Test func `tells which images lie in several places`() {
    #expect(list.twins == [[Self.place(7, in: "a"), Self.place(7, in: "b")]])
    #expect(PlaceList([]).twins.isEmpty)
  }
}
