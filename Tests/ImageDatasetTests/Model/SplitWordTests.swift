import ByteText
import ImageCodec
import Testing

@testable import ImageDataset

struct SplitWordTests {
  @Test(arguments: ["train", "val", "test", "dev", "evaluation"])
  func `knows a folder that is a split`(name: String) {
    #expect(SplitWord.isSplit(ByteString(name)))
  }

  @Test(arguments: ["Train", "train1", "trains", "my test", ""])
  func `takes no other folder for a split`(name: String) {
    #expect(!SplitWord.isSplit(ByteString(name)))
  }

  @Test(arguments: [
    ("test", "test"), ("cat-test", "test"), ("val.1", "val"), ("1dev2", "dev"),
    ("a train of eval", "train"), ("test_val", "test"), ("a/training", "training"),
  ])
  func `finds the first split word between delimiters`(name: String, word: String) {
    #expect(SplitWord.first(in: ByteString(name)) == word)
  }

  @Test(arguments: ["contest", "testimony", "trainé", "Test", "cat", "", "---"])
  func `finds no part of a longer word`(name: String) {
    #expect(SplitWord.first(in: ByteString(name)) == nil)
  }
}
