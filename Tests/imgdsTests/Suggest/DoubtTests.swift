import ByteText
import TestKit
import Testing

struct DoubtTests {
  @Test(.enabled(if: Places.program("script") != nil, "left out: script is not installed"))
  func `a terminal sees how far the learning is`() throws {
    let dir = try Dir()
    try ColouredPictures.makeDataset(in: dir, each: 10)
    let shown = try dir.shell(
      "script -qec '$IMGDS verify pets --doubts --checks soundness' typescript < /dev/null")
    #expect(shown.text.contains("verifying 1/"))
    let steps = try #require(shown.text.split(separator: "learning ").last)
    #expect(steps.prefix { $0.isNumber || $0 == "," }.count > 0 && steps.contains(" steps"))
    #expect(try !dir.imgds("verify", "pets", "--doubts").errors.contains("steps"))
  }

  @Test func `a picture in the wrong class is named first, with the class it looks like`() throws {
    let dir = try Dir()
    try ColouredPictures.makeDataset(in: dir, each: 10)
    try dir.write("red.png", ColouredPictures.picture("red", 500))
    try dir.imgds("add", "pets", "red.png", "--class", "green")
    let run = try dir.imgds("verify", "pets", "--doubts", "--json", "--checks", "soundness")
    let doubts = try run.json("finding").filter { $0["code"] == "label-doubt" }
    let first = try #require(doubts.first)
    #expect(first["file"]?.text?.hasPrefix("green/") == true)
    #expect(first["severity"] == "warning")
    #expect(first["message"]?.text?.displayed.hasPrefix("it looks like 'red' (") == true)
    #expect((first["score"]?.double ?? 0) > 0.85)
    let scores = doubts.compactMap { $0["score"]?.double }
    #expect(scores == scores.sorted(by: >))
    try dir.imgds("verify", "pets", "--doubts", "--strict", "--checks", "soundness", status: 1)
    #expect(
      try dir.imgds("verify", "train", "--doubts", "--json", "--checks", "soundness").json(
        "finding"
      )
      .isEmpty)
    try dir.imgds("verify", "pets", "--doubts", "--quick", status: 2)
  }
}
