import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct AddTests {
  private let dir: Dir
  private let dataset: Dataset

  init() throws {
    dir = try Dir()
    dataset = try dir.dataset()
  }

  private func words(_ options: AddOptions) throws -> [String] {
    try dataset.adding(options).results.map(\.words)
  }

  @Test func `keeps the bytes under their id, with the ending of their content`() throws {
    try dir.write("in/a.png", Pictures.jpeg(1))
    try dir.write("in/b", Pictures.png(2))
    let (results, summary) = try dataset.adding(dir.options(["in"], .className("cat")))
    let records = results.compactMap { if case .added(let record) = $0 { record } else { nil } }
    #expect(records.map(\.facts.format.name) == ["jpeg", "png"])
    #expect(try dir.read(ByteString("pets").appending(records[0].place.file)) == Pictures.jpeg(1))
    #expect(try dir.read(ByteString("pets").appending(records[1].place.file)) == Pictures.png(2))
    #expect(try dir.files(below: "pets").count == 3)
    #expect(summary.added == 2)
    #expect(summary.bytes == Pictures.jpeg(1).count + Pictures.png(2).count)
    #expect(try dir.read("in/b") == Pictures.png(2))
  }

  @Test func `reports every input in order, whatever the number of jobs`() throws {
    for number in 0..<40 {
      let name = ByteString("in/" + String(100 + number))
      try dir.write(name, number % 4 == 3 ? Pictures.text : Pictures.png(number / 2, width: 20))
    }
    var options = dir.options(["in"], .className("cat"))
    options.isDryRun = true
    options.jobs = 7
    let dry = try dataset.adding(options).results.map { "\($0.source.displayed) \($0.words)" }
    options.isDryRun = false
    let wet = try dataset.adding(options).results.map { "\($0.source.displayed) \($0.words)" }
    #expect(wet == dry)
    #expect(wet.count == 40)
    #expect(
      wet.map { $0.split(separator: " ")[0] } == wet.map { $0.split(separator: " ")[0] }.sorted())
    #expect(wet.filter { $0.hasSuffix("not-image") }.count == 10)
    #expect(wet.filter { $0.hasSuffix("added cat") }.count == 20)
    #expect(wet.filter { $0.hasSuffix("duplicate cat") }.count == 10)
  }

  @Test func `tells a duplicate from a conflict`() throws {
    try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write("a", Pictures.png(1))
    #expect(
      try words(dir.options(["a", "a"], .className("cat"))) == ["duplicate cat", "duplicate cat"])
    let results = try dataset.adding(dir.options(["a"], .className("dog"))).results
    let refusal = try #require(results[0].refusal)
    #expect(refusal.code == .conflict)
    #expect(refusal.holder?.className == "cat")
    #expect(refusal.holder.map { dir.exists(ByteString("pets").appending($0.file)) } == true)
    #expect(try dir.list("pets/dog") == [])
  }

  @Test func `takes other bytes under its id for a conflict`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat")
    try dir.write(ByteString("pets").appending(place.file), Pictures.png(2))
    try dir.write("a", Pictures.png(1))
    let results = try dataset.adding(dir.options(["a"], .className("cat"))).results
    #expect(results.map(\.words) == ["refused conflict"])
    #expect(results[0].refusal?.message.contains("other bytes") == true)
    #expect(try dir.read(ByteString("pets").appending(place.file)) == Pictures.png(2))
  }

  @Test func `refuses what is no sound picture with its code`() throws {
    try dir.write("in/1empty", [])
    try dir.write("in/2text.png", Pictures.text)
    try dir.write("in/3gif.png", Pictures.gif)
    try dir.write("in/4cut.png", Pictures.truncated(Pictures.png(1, width: 64, height: 64)))
    try dir.write("in/5large", Pictures.png(1, width: 64, height: 64))
    try dir.makePipe("in/6pipe")
    try dir.link("in/7link", to: "nowhere")
    var options = dir.options(["in", "none"], .className("cat"))
    options.maxPixels = 64 * 64 - 1
    let (results, summary) = try dataset.adding(options)
    #expect(
      results.map(\.words) == [
        "refused empty", "refused not-image", "refused unsupported-format", "refused limits",
        "refused limits", "refused not-a-file", "refused unreadable", "refused unreadable",
      ])
    #expect(results[1].refusal?.mediaType == "text/plain")
    #expect(results[2].refusal?.mediaType == "image/gif")
    #expect(summary.refused == 8)
    options.maxPixels = 64 * 64
    #expect(try words(options)[3...4] == ["refused corrupt", "added cat"])
    #expect(try dir.files(below: "pets").count == 2)
  }

  @Test func `makes no class unless told to`() throws {
    try dir.write("a", Pictures.png(1))
    let before = try dir.contents(below: "pets")
    var options = dir.options(["a"], .className("catt"))
    let error = #expect(throws: DatasetError.self) { try dataset.adding(options) }
    guard case .usage(let message)? = error else {
      Issue.record("not a usage error")
      return
    }
    #expect(message.contains("did you mean 'cat'"))
    #expect(try dir.contents(below: "pets") == before)
    options.createsClasses = true
    #expect(try words(options) == ["added catt"])
  }

  @Test func `warns of a new class that has a twin, before its first image`() throws {
    try dir.write("a", Pictures.png(1))
    var options = dir.options(["a"], .className("Cat"))
    options.createsClasses = true
    #expect(try words(options) == ["warning", "added Cat"])
  }

  @Test func `leaves a private image to its owner`() throws {
    let place = try dataset.adding(Pictures.png(1), to: "cat", private: true)
    #expect(try dir.mode(ByteString("pets").appending(place.file)) == 0o600)
    #expect(try dataset.lines.last?.displayed.contains(#""visibility":"private""#) == true)
  }

  @Test func `records an image again that the catalog lacks, also in a dry run`() throws {
    try dataset.adding(Pictures.png(1), to: "cat")
    let lines = try dataset.lines
    try dir.write("pets/.imgds.jsonl", lines.dropLast().flatMap { $0.bytes + [0x0A] })
    try dir.write("a", Pictures.png(1))
    var options = dir.options(["a", "a"], .className("cat"))
    options.isDryRun = true
    #expect(try words(options) == ["added cat", "duplicate cat"])
    #expect(try dataset.lines == lines.dropLast())
    options.isDryRun = false
    #expect(try words(options) == ["added cat", "duplicate cat"])
    #expect(try dataset.lines.count == lines.count)
  }

  @Test func `appends nothing when nothing changes`() throws {
    try dataset.adding(Pictures.png(1), to: "cat")
    let before = try dir.contents(below: "pets")
    try dir.write("in/a", Pictures.png(1))
    try dir.write("in/b", Pictures.text)
    #expect(
      try words(dir.options(["in"], .className("cat"))) == ["duplicate cat", "refused not-image"])
    #expect(try dir.contents(below: "pets") == before)
  }

  @Test func `writes nothing in a dry run`() throws {
    try dir.write("in/eel/a", Pictures.png(1))
    try dir.write("in/fox/a", Pictures.png(1))
    let before = try dir.contents()
    var options = dir.options(["in"], .folders)
    options.isDryRun = true
    options.movesSources = true
    options.createsClasses = true
    #expect(try words(options) == ["added eel", "refused conflict"])
    #expect(try dir.contents() == before)
    #expect(try dir.list("pets") == [".imgds.jsonl", "cat", "dog"])
  }
}
