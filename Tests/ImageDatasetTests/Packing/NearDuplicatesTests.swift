import ByteText
import TestKit
import Testing

@testable import ImageDataset

struct NearDuplicatesTests {
  /// The groups among images, each by its places in the list.
  private func groups(
    _ dataset: Dataset, _ places: [ImagePlace], jobs: Int = 2, progress: (Int) -> Void = { _ in }
  ) throws -> Set<[Int]> {
    let search = NearDuplicates(reader: PackReader(dataset: dataset), jobs: jobs)
    var groups = SplitGroups()
    try search.join(places, into: &groups, progress: progress)
    let together = Dictionary(grouping: places.indices) {
      groups.representative(of: places[$0].id)
    }
    return Set(together.values.filter { $0.count > 1 })
  }

  @Test(arguments: [1, 2])
  func `images that show the same are groups, whatever their class and order`(jobs: Int) throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    let places = try [
      dataset.adding(Pictures.blocks(1), to: "cat"),
      dataset.adding(Pictures.blocks(2), to: "dog"),
      dataset.adding(Pictures.blocks(1, side: 70), to: "dog"),
      dataset.adding(Pictures.blocks(2, light: 20), to: "dog"),
      dataset.adding(Pictures.blocks(3), to: "cat"),
      dataset.adding(Pictures.blocks(1, colour: .grey), to: "cat"),
    ]
    let told = Collected<Int>()
    #expect(
      try groups(dataset, places, jobs: jobs) { told.values.append($0) } == [[0, 2, 5], [1, 3]])
    #expect(told.values == Array(1...6))
    #expect(try groups(dataset, places.reversed(), jobs: jobs) == [[0, 3, 5], [2, 4]])
    #expect(try groups(dataset, [places[0], places[4], places[1]], jobs: jobs) == [])
  }

  @Test func `the same pixels are a group even if they show nothing`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    var flat = PNG(width: 4, height: 4) { _, _, _ in 90 }
    let one = try dataset.adding(flat.encoded, to: "cat")
    flat.extras = [.init("tEXt", Array("a\0b".utf8))]
    let two = try dataset.adding(flat.encoded, to: "cat")
    let other = try dataset.adding(Pictures.flat(red: 90, green: 90, blue: 91), to: "dog")
    #expect(try groups(dataset, [one, other, two]) == [[0, 2]])
  }

  @Test func `an image that was damaged is in no group`() throws {
    let dir = try Dir()
    let dataset = try dir.dataset()
    let one = try dataset.adding(Pictures.blocks(1), to: "dog")
    let two = try dataset.adding(Pictures.blocks(1, side: 60), to: "dog")
    #expect(try groups(dataset, [one, two]) == [[0, 1]])
    try dir.write(ByteString("pets").appending(two.file), Array("no picture".utf8))
    #expect(try groups(dataset, [one, two]) == [])
  }
}
