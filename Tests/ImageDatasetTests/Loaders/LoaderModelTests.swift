import ByteText
import Testing

@testable import ImageDataset

/// What the real loaders did with trees of these names; `Tests/Interop` runs them.
struct LoaderModelTests {
  private static let plain: [ByteString] = ["cat/a.jpg", "cat/b.png", "dog/c.jpg"]
  private static let split: [ByteString] = [
    "train/cat/a.jpg", "train/dog/b.jpg", "val/cat/c.jpg", "val/dog/d.jpg",
  ]

  @Test(arguments: Loader.allCases.filter { ![.tfds, .webdataset].contains($0) })
  func `is exact for plain class folders`(loader: Loader) {
    let outcome = LoaderJudge.outcome(of: loader, on: LoaderTree(Self.plain))
    #expect(outcome.message == "")
    #expect(outcome.verdict == "yes 2 3 1")
  }

  @Test(arguments: Loader.allCases.filter { $0 != .webdataset })
  func `is exact for splits that hold the same classes`(loader: Loader) {
    let outcome = LoaderJudge.outcome(of: loader, on: LoaderTree(Self.split))
    #expect(outcome.message == "")
    #expect(outcome.verdict == "yes 2 4 2")
  }

  @Test(arguments: [
    LoaderForecast(.torchvision, plain + [".git/"], "no 3 3 1", "fails on class folder '.git'"),
    LoaderForecast(.torchvision, plain + [".x/d.jpg"], "yes 3 4 1", "takes '.x' for a class"),
    LoaderForecast(.torchvision, plain + ["owl/"], "no 3 3 1", "'owl' without an image"),
    LoaderForecast(.torchvision, plain + ["cat/x.gif"], "yes 2 3 1", "for the ending"),
    LoaderForecast(.torchvision, split + ["train/ant/e.jpg"], "yes 3 5 2", "index 1 in 'train'"),
    LoaderForecast(
      .torchvision, ["train/ant/a.jpg", "val/ant/b.jpg", "test/bee/c.jpg"], "yes 2 3 3",
      "index 0 to class", "'ant'", "'bee'"),
    LoaderForecast(
      .keras, ["train/ant/a.jpg", "train/bee/b.jpg", "val/ant/c.jpg", "val/cow/d.jpg"], "yes 3 4 2",
      "index 1 to class", "'bee'", "'cow'"),
    LoaderForecast(.keras, plain + ["owl/", ".x/d.jpg"], "yes 3 3 1"),
    LoaderForecast(.keras, plain + ["cat/x.webp"], "yes 2 3 1", "such as 'cat/x.webp'"),
    LoaderForecast(.keras, ["cat/a.webp"], "no 1 0 0", "finds no image"),
    LoaderForecast(.tfds, plain, "no 0 0 0", "wants SPLIT/CLASS/"),
    LoaderForecast(.tfds, split + ["val/owl/"], "yes 3 4 2"),
    LoaderForecast(.tfds, split + ["train/cat/deep/e.jpg"], "yes 2 4 2", "leaves out 1 image"),
    LoaderForecast(.tfds, split + ["train/.x/"], "yes 3 4 2", "takes '.x' for a class"),
    LoaderForecast(.webdataset, plain, "no 0 0 0", "opens tar files only"),
    LoaderForecast(.fiftyone, plain + ["cat/notes.txt"], "yes 2 4 1", "takes in 1 file"),
    LoaderForecast(.fiftyone, plain + ["notes.txt", "cat/.x.jpg"], "yes 2 3 1"),
    LoaderForecast(.datumaro, plain + [".imgds.jsonl"], "no 2 3 1", "refuses", "--plain"),
    LoaderForecast(.datumaro, split + [".notes"], "yes 2 4 2"),
    LoaderForecast(.datumaro, plain + ["cat/a.png"], "yes 2 3 1", "leaves out 1 image"),
    LoaderForecast(.datumaro, plain + ["c/a.png"], "no 3 4 1", "looks like a drive"),
    LoaderForecast(.datumaro, split + ["val/owl/e.jpg"], "no 3 5 2", "different classes"),
    LoaderForecast(.timm, ["1/a.jpg", "2/b.jpg", "10/c.jpg"], "yes 3 3 1", "index 1 to class '2'"),
    LoaderForecast(.timm, ["Cat/a.jpg", "ant/b.jpg"], "yes 2 2 1", "index 0 to class 'ant'"),
    LoaderForecast(.timm, plain + ["train/d.jpg"], "yes 1 1 1", "takes 'train' for the split"),
    LoaderForecast(.timm, plain + ["cat/deep/d.jpg"], "yes 3 4 1", "for 'deep'"),
    LoaderForecast(.timm, plain + ["owl/"], "yes 2 3 1", "drops the empty class 'owl'"),
  ])
  func `foretells what a loader holds`(forecast: LoaderForecast) {
    let outcome = LoaderJudge.outcome(of: forecast.loader, on: LoaderTree(forecast.names))
    #expect(outcome.verdict == forecast.verdict)
    for word in forecast.words { #expect(outcome.message.contains(word)) }
    #expect(outcome.message.isEmpty == forecast.words.isEmpty)
  }

  @Test func `fails on what cannot be decoded, and says who turns pictures`() {
    let tree = LoaderTree(
      Self.plain, traits: ["cat/a.jpg": .broken, "dog/c.jpg": .turned])
    let torchvision = LoaderJudge.outcome(of: .torchvision, on: tree)
    #expect(!torchvision.loads)
    #expect(torchvision.message.contains("ignores the EXIF orientation of 1 image"))
    #expect(torchvision.findings.map(\.code) == [.unchecked, .orientation])
    #expect(LoaderJudge.outcome(of: .hf, on: tree).message.contains("applies the EXIF orientation"))
    #expect(LoaderJudge.outcome(of: .fiftyone, on: tree).message == "")
  }

  @Test func `takes no class of a dataset for a split`() {
    let tree = LoaderTree(["train/a.jpg", "test/b.jpg", ".imgds.jsonl"], origin: .dataset)
    #expect(LoaderJudge.outcome(of: .torchvision, on: tree).message == "")
    #expect(LoaderJudge.outcome(of: .hf, on: tree).verdict == "yes 2 2 2")
  }
}
