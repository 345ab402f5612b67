import ImageAnalysis
import Testing

struct LikenessTests {
  /// The greatest likeness that a search finds for each two pictures that it holds for one.
  private func pairs(_ scenes: [Scene], orientation: Int = 1) throws -> [Set<Int>: Float] {
    var index = LikenessIndex()
    var pictures: [ComparedPicture] = []
    for scene in scenes {
      let measures = scene.measures()
      index.append(try #require(measures.signature))
      pictures.append(ComparedPicture(try #require(measures.thumbnail)))
    }
    index.sort()
    var found: [Set<Int>: Float] = [:]
    for number in scenes.indices {
      for candidate in index.candidates(of: number) {
        let likeness = Alignment.likeness(
          of: pictures[candidate.other], candidate, to: pictures[number])
        guard likeness >= Alignment.same else { continue }
        found[[number, candidate.other]] = max(likeness, found[[number, candidate.other]] ?? 0)
      }
    }
    return found
  }

  private static let changes: [(String, @Sendable (inout Scene) -> Void)] = [
    ("half the size", { ($0.width, $0.height) = (60, 45) }),
    ("another shape", { ($0.width, $0.height) = (200, 90) }),
    ("brighter", { $0.brightness = 1.12 }),
    ("cropped all around", { ($0.across, $0.down) = (0.04...0.96, 0.04...0.96) }),
    ("cropped at the left", { $0.across = 0.06...1 }),
    ("cropped at the bottom", { $0.down = 0...0.94 }),
    ("cropped unevenly", { ($0.across, $0.down) = (0.02...0.95, 0.05...0.99) }),
    ("mirrored", { $0.isMirrored = true }),
    ("marked", { $0.isMarked = true }),
  ]

  @Test(arguments: changes.indices)
  func `finds a picture that was changed a little`(number: Int) throws {
    let (name, change) = Self.changes[number]
    var found = 0
    for seed in 1...4 {
      var changed = Scene(seed: seed)
      change(&changed)
      found += try pairs([Scene(seed: seed), changed]).count
    }
    #expect(found == 4, "\(name)")
  }

  @Test func `takes no two different pictures for one`() throws {
    #expect(try pairs((1...40).map { Scene(seed: $0, width: 48, height: 48) }).isEmpty)
  }

  @Test(arguments: 2...8)
  func `knows a picture whose tag turns it`(orientation: Int) throws {
    let scene = Scene(seed: 5)
    let upright = scene.measures()
    let turned = scene.measures(orientation: orientation)
    var index = LikenessIndex()
    index.append(try #require(upright.signature))
    index.append(try #require(turned.signature))
    index.sort()
    let candidate = try #require(index.candidates(of: 1).first)
    let likeness = Alignment.likeness(
      of: ComparedPicture(try #require(upright.thumbnail)), candidate,
      to: ComparedPicture(try #require(turned.thumbnail)))
    #expect(likeness > 0.99)
  }

  @Test(arguments: [0, 0x808080, 0xFFFFFF])
  func `a flat picture has nothing to be known by`(colour: UInt32) {
    var measurer = PictureMeasurer(likeness: true, quality: false)
    Drawing.rgb(50, 40) { _, _ in colour }.pass(to: &measurer)
    #expect(measurer.finish(orientation: 1).signature == nil)
  }

  @Test(arguments: [(1, 1), (1, 300), (300, 1), (63, 65), (129, 127)])
  func `a picture of any size is measured`(width: Int, height: Int) {
    let measures = Scene(seed: 1, width: width, height: height).measures()
    #expect(measures.thumbnail?.grey.count == LikenessThumbnail.side * LikenessThumbnail.side)
    #expect(measures.quality != nil)
  }
}
