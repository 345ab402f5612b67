import ByteText
import Testing

@testable import ImageDataset

/// A plan is in the order of its files, whatever order the images came in.
struct PackPlanTests {
  private func image(_ number: UInt64, _ className: ByteString, _ part: SplitPart?)
    -> PackPlan.Image
  {
    let record = Samples.record(number, in: className)
    var image = PackPlan.Image(record, at: record.place, keepsProvenance: false)
    image.part = part
    return image
  }

  @Test(arguments: [[nil], [.train, .val], [.val, .train, .test]] as [[SplitPart?]])
  func `sorts images by their files and finds their folders`(_ parts: [SplitPart?]) {
    // `cat` is the beginning of `cat-a`, whose images nevertheless come first: '-' is less than '/'.
    let names: [ByteString] = ["dog", "cat", "cat-a", "cat", "B"]
    var plan = PackPlan()
    for number in 0..<60 {
      let part = parts[number % 7 % parts.count]
      plan.images.append(image(UInt64(number) &* 0x9E37_79B9, names[number / 4 % 5], part))
    }
    plan.arrange()
    #expect(plan.images.map(\.file) == plan.images.map(\.file).sorted())
    let folders = plan.images[...].folders
    #expect(folders.flatMap { $0.map(\.file) } == plan.images.map(\.file))
    let paths = folders.map { Set($0.map(\.file.parent)) }
    #expect(paths.allSatisfy { $0.count == 1 })
    #expect(Set(paths).count == folders.count)
    #expect(folders.count == 4 * parts.count)
    #expect(plan.classes == ["B", "cat", "cat-a", "dog"])
    #expect(plan.parts == parts.compactMap(\.self).sorted())
  }

  @Test func `has no folders without images`() {
    #expect([PackPlan.Image]()[...].folders.isEmpty)
  }
}
