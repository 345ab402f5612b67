import ByteText
import ImageAnalysis
import TestKit
import Testing

@testable import ImageDataset

struct LearningMaterialTests {
  @Test func `any first part of a mixed order has as many of each class as there are`() {
    let order = MixedOrder.of([0, 0, 0, 0, 1, 2, 2])
    #expect(order == [0, 4, 5, 1, 6, 2, 3])
    #expect(MixedOrder.of([]) == [])
  }

  @Test func `material is told by where images lie, not by when they came`() throws {
    let dir = try Dir()
    let (one, other) = (try dir.dataset("one"), try dir.dataset("other"))
    for seed in [1, 2] { try one.adding(Pictures.png(seed), to: "cat") }
    for seed in [2, 1] { try other.adding(Pictures.png(seed), to: "cat") }
    #expect(try LearnerMaterial(one).key == LearnerMaterial(other).key)
    try other.adding(Pictures.png(3), to: "dog")
    #expect(try LearnerMaterial(one).key != LearnerMaterial(other).key)
    #expect(try LearnerMaterial(other).mixed.map(\.className) == ["cat", "dog", "cat"])
  }

  @Test func `sketches come back from their bytes`() throws {
    let dir = try Dir()
    var sketches: [PictureSketch] = []
    for seed in 0..<5 {
      try dir.write("picture", Pictures.png(seed, width: 70, height: 50))
      let reader = SketchReader(maxPixels: 10_000, budget: .forDecoding(jobs: 1))
      sketches.append(try reader.sketch(dir.path("picture")).get())
    }
    for sketch in sketches {
      #expect(PictureSketch(stored: sketch.stored)?.stored == sketch.stored)
    }
    #expect(Set(sketches.map(\.stored)).count == 5)
    #expect(PictureSketch(stored: Array(sketches[0].stored.dropLast())) == nil)
  }
}
