import ByteText
import Testing

@testable import ImageDataset

struct HuggingFaceTests {
  private func outcome(
    _ names: [ByteString], origin: LoaderTree.Origin = .tree,
    contents: [ByteString: ByteString] = [:]
  ) -> LoaderOutcome {
    LoaderJudge.outcome(of: .hf, on: LoaderTree(names, origin: origin, contents: contents))
  }

  @Test(
    arguments: [
      (["test/a.jpg", "cat/b.jpg"], "yes 0 1 1"),
      (["train cats/a.jpg", "dogs/b.jpg"], "yes 0 1 1"),
      (["x_test_y/a.jpg", "contest/b.jpg"], "yes 0 1 1"),
      (["test1/a.jpg", "cat/b.jpg"], "yes 0 1 1"),
      (["cat/test_1.jpg", "cat/2.jpg", "dog/a.jpg"], "yes 0 1 1"),
      (["cat/deep/test/a.jpg", "dog/b.jpg"], "yes 0 1 1"),
    ] as [([ByteString], String)])
  func `loses what a split word does not mark`(names: [ByteString], verdict: String) {
    let outcome = outcome(names)
    #expect(outcome.verdict == verdict)
    #expect(outcome.message.contains("for a split"))
    #expect(outcome.message.contains("leaves out"))
  }

  @Test(
    arguments: [
      ["contest/a.jpg", "latest/b.jpg"], ["Test/a.jpg", "TRAIN/b.jpg"],
      ["-dash/a.jpg", "it's 5, ok/b.jpg"], ["cat/mytest.jpg", "dog/b.jpg"],
    ] as [[ByteString]])
  func `knows words that are none`(names: [ByteString]) {
    #expect(outcome(names).message == "")
  }

  @Test func `loads once for each pattern that fits`() {
    let names: [ByteString] = [
      "train/cat/a.jpg", "train/test/b.jpg", "test/cat/c.jpg", "test/test/d.jpg",
      "train/train cats/e.jpg", "test/train cats/f.jpg",
    ]
    let outcome = outcome(names)
    #expect(outcome.images == 9)
    #expect(outcome.message.contains("more than once"))
  }

  @Test func `fails where a text file makes a split without an image`() {
    let outcome = outcome(["cat/a.jpg", "dog/b.jpg", "test.txt"])
    #expect(!outcome.loads)
  }

  @Test func `labels nothing where there is one class, or another depth`() {
    let single = outcome(["cat/a.jpg", "cat/b.jpg"])
    #expect(single.verdict == "yes 0 2 1")
    #expect(single.findings.first?.code == .order)
    #expect(outcome(["cat/a.jpg", "dog/b.jpg", "dog/x/c.jpg"]).classes == 0)
  }

  @Test(
    arguments: [
      (["train/cat/a.jpg", "val/cat/b.jpg", "val/dog/c.jpg"], "yes 2 3 2", 1),
      (["train/cat/a.jpg", "test/dog/b.jpg"], "yes 2 2 2", 1),
      (["train/cat/a.jpg", "train/dog/b.jpg", "val/cat/c.jpg"], "yes 2 3 2", 0),
      (["train/cat/a.jpg", "val/cat/b.jpg", "test/dog/c.jpg"], "yes 2 3 3", 2),
      (["train/cat/a.jpg", "val/dog/b.jpg", "test/ant/c.jpg"], "yes 3 3 3", 1),
      (["test/cat/x/a.jpg", "train/cat/b.jpg", "train/dog/c.jpg"], "yes 0 3 2", 3),
    ] as [([ByteString], String, Int)])
  func `decides on labels split by split`(names: [ByteString], verdict: String, unlabelled: Int) {
    let outcome = outcome(names)
    #expect(outcome.verdict == verdict)
    let images = unlabelled == 1 ? "1 image" : "\(unlabelled) images"
    let loss =
      unlabelled == 0 ? nil : "gives no label to \(images), such as '\(names[0].displayed)'"
    #expect(outcome.message == loss ?? "")
  }

  @Test func `decides on labels in the order of the card`() {
    let card: ByteString = """
      ---
      data_files:
      - split: val
        path: "val/**"
      - split: train
        path: "train/**"
      ---
      """
    let names: [ByteString] = ["README.md", "train/cat/a.jpg", "val/cat/b.jpg", "val/dog/c.jpg"]
    #expect(outcome(names, contents: ["README.md": card]).message == "")
  }

  @Test func `passes over what is hidden and fails on what paths cannot hold`() {
    #expect(outcome(["cat/a.jpg", "dog/b.jpg", ".x/c.jpg", ".imgds.jsonl"]).message == "")
    #expect(outcome(["cat/a.jpg", "dog/b.jpg", "__x/c.jpg"]).verdict == "yes 2 2 1")
    #expect(!outcome(["a::b/a.jpg", "dog/b.jpg"]).loads)
    #expect(!outcome(["$HOME/a.jpg", "dog/b.jpg"]).loads)
    #expect(!outcome([ByteString([0xE9]).appending("a.jpg"), "dog/b.jpg"]).loads)
  }

  @Test func `follows a card and its list`() {
    let card: ByteString = """
      ---
      configs:
      - config_name: default
        drop_labels: false
        data_files:
        - split: train
          path: "train/**"
        - split: val
          path: "val/**"
      ---
      """
    let names: [ByteString] = [
      "README.md", "metadata.jsonl", "train/test/a.jpg", "val/test/b.jpg",
    ]
    #expect(outcome(names).message != "")
    #expect(outcome(names, contents: ["README.md": card]).message == "")

    let whole: ByteString = "---\ndata_files:\n- split: train\n  path: '**'\n---\n"
    let rows: ByteString = """
      {"file_name":"test/a.jpg","label":"test"}
      {"file_name":"cat/b.jpg","label":"cat"}
      """
    let flat: [ByteString] = ["README.md", "metadata.jsonl", "test/a.jpg", "cat/b.jpg"]
    #expect(outcome(flat, contents: ["README.md": whole, "metadata.jsonl": rows]).message == "")
    let other = outcome(flat, contents: ["README.md": "---\ndata_files: x.csv\n---\n"])
    #expect(other.message.contains("not understood"))
  }

  @Test(
    arguments: [
      ("file_name,label\r\ncat/a.jpg,cat\r\n\r\ndog/b.jpg,dog\r\n", "yes 2 2 1", ""),
      ("file_name,label\ncat/a.jpg,NA\ndog/b.jpg,dog\n", "yes 1 2 1", "gives no label to 1 image"),
      ("file_name,label\ncat/a.jpg\ndog/b.jpg,dog\n", "yes 1 2 1", "gives no label to 1 image"),
      ("file_name,x\ncat/a.jpg,1\n", "yes 0 1 1", "leaves out 1 image"),
      ("file_name,label\ncat/a.jpg,1\ndog/b.jpg,2\n", "yes 2 2 1", "for numbers"),
      ("name,label\ncat/a.jpg,cat\n", "no 0 0 0", "no column 'file_name'"),
      ("", "no 0 0 0", "no column 'file_name'"),
      ("file_name,label\n", "no 0 0 0", "no rows"),
      ("file_name,label\ncat/a.jpg,cat,x\n", "no 0 0 0", "line 2 of which has more cells"),
      ("file_name,label\ncat/c.jpg,cat\n", "no 0 0 0", "missing file"),
      ("file_name,label\n\"cat/a.jpg,cat\n", "no 0 0 0", "a quote never closes"),
    ] as [(ByteString, String, String)])
  func `follows a table of comma-separated values`(
    table: ByteString, verdict: String, words: String
  ) {
    let names: [ByteString] = ["cat/a.jpg", "dog/b.jpg", "metadata.csv"]
    let outcome = outcome(names, contents: ["metadata.csv": table])
    #expect(outcome.verdict == verdict)
    #expect(words.isEmpty ? outcome.message == "" : outcome.message.contains(words))
  }

  @Test func `fails on tables of two kinds and knows none of Parquet`() {
    let rows: ByteString = "{\"file_name\":\"cat/a.jpg\"}"
    let both = outcome(
      ["cat/a.jpg", "metadata.csv", "metadata.jsonl"],
      contents: ["metadata.csv": "file_name\ncat/a.jpg\n", "metadata.jsonl": rows])
    #expect(both.message.contains("tables of two kinds"))
    let parquet = outcome(
      ["cat/a.jpg", "metadata.parquet"], contents: ["metadata.parquet": "PAR1"])
    #expect(!parquet.loads && parquet.message.contains("not looked into"))
  }

  @Test func `opens a zip by its list, its splits as one`() {
    let rows: ByteString = """
      {"file_name":"cat/a.jpg","label":"cat"}
      {"file_name":"dog/b.jpg","label":"dog"}
      """
    let names: [ByteString] = ["cat/a.jpg", "dog/b.jpg"]
    #expect(!outcome(names, origin: .zip).loads)
    let listed = outcome(
      names + ["metadata.jsonl"], origin: .zip, contents: ["metadata.jsonl": rows])
    #expect(listed.message == "")
    let short = outcome(
      ["cat/a.jpg", "metadata.jsonl"], origin: .zip, contents: ["metadata.jsonl": rows])
    #expect(short.message.contains("missing file"))
    let split = outcome(
      ["train/cat/a.jpg", "val/cat/b.jpg", "metadata.jsonl"], origin: .zip,
      contents: [
        "metadata.jsonl": """
        {"file_name":"train/cat/a.jpg","label":"cat"}
        {"file_name":"val/cat/b.jpg","label":"cat"}
        """
      ])
    #expect(split.verdict == "yes 1 2 1")
    #expect(split.message.contains("--split-files"))
  }
}
