import ByteText
import Testing

struct ByteStringPathTests {
  @Test(
    arguments: [
      ("pets", "cat", "pets/cat"), ("pets/", "cat", "pets/cat"), ("", "cat", "cat"),
      ("/", "cat", "/cat"), (".", "cat", "./cat"), ("pets", "", "pets/"),
    ] as [(ByteString, ByteString, ByteString)])
  func `appending puts one slash between`(
    path: ByteString, component: ByteString, whole: ByteString
  ) {
    #expect(path.appending(component) == whole)
  }

  @Test(
    arguments: [
      ("a", "a", "."), ("a/b", "b", "a"), ("/a", "a", "/"), ("/", "", "/"), ("//", "", "/"),
      ("a/", "a", "."), ("a//", "a", "."), ("a/b/", "b", "a"), ("a//b", "b", "a"),
      ("//a", "a", "/"), ("///a//", "a", "/"), ("", "", "."), ("..", "..", "."), ("./a", "a", "."),
      ("/a/b/c", "c", "/a/b"),
    ] as [(ByteString, ByteString, ByteString)])
  func `parent and last component are dirname and basename`(
    path: ByteString, last: ByteString, parent: ByteString
  ) {
    #expect(path.lastComponent == last)
    #expect(path.parent == parent)
  }

  @Test(
    arguments: [
      ("a.jpg", "a", "jpg"), ("a.b.png", "a.b", "png"), ("README", "README", ""),
      (".hidden", ".hidden", ""), (".hidden.jpg", ".hidden", "jpg"), ("a.", "a", ""),
      ("d.x/a", "a", ""), ("d/a.JPG/", "a", "JPG"), ("..", "..", ""), (".", ".", ""), ("", "", ""),
    ] as [(ByteString, ByteString, ByteString)])
  func `the stem ends at the last dot that does not begin the name`(
    path: ByteString, stem: ByteString, ending: ByteString
  ) {
    #expect(path.stem == stem)
    #expect(path.pathExtension == ending)
  }

  @Test func `components leave out what leads nowhere`() {
    #expect(("/a//./b/../c/" as ByteString).components == ["a", "b", "..", "c"])
    #expect(("/" as ByteString).components.isEmpty)
    #expect(("" as ByteString).components.isEmpty)
  }

  @Test func `trailing slashes go`() {
    #expect(("a//" as ByteString).withoutTrailingSlashes == "a")
    #expect(("a" as ByteString).withoutTrailingSlashes == "a")
    #expect(("//" as ByteString).withoutTrailingSlashes == "")
  }

  @Test(
    arguments: [(".a", true), ("b/.a", true), (".a/b", false), ("a.", false), ("", false)]
      as [(ByteString, Bool)])
  func `a dot before the last component hides it`(path: ByteString, isHidden: Bool) {
    #expect(path.isHidden == isHidden)
  }

  @Test func `names that are no utf-8 are paths too`() {
    let name = ByteString([0xFF, 0x2F, 0xFE, 0x2E, 0xFD])
    #expect(name.parent.bytes == [0xFF])
    #expect(name.stem.bytes == [0xFE])
    #expect(name.pathExtension.bytes == [0xFD])
  }
}
