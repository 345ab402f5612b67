import ByteText
import ImageCodec
import TestKit
import Testing

@testable import ImageDataset

struct LabelTableTests {
  private func table(
    _ text: ByteString, _ files: [ByteString] = ["id", "file_name"], _ label: ByteString = "label"
  ) throws -> [String] {
    let table = try LabelTable(text.bytes, path: "t.csv", fileColumns: files, labelColumn: label)
    return table.rows.map { "\($0.line) \($0.file.displayed) \($0.label.displayed)" }
  }

  private func message(_ text: ByteString) -> String? {
    let error = #expect(throws: DatasetError.self) { try table(text) }
    guard case .usage(let message)? = error else { return nil }
    return message
  }

  @Test func `reads the columns it wants by name, wherever they stand`() throws {
    #expect(
      try table("x,label,file_name\n1,cat,a.jpg\n2,\"a, b\",\"c\"\"d.jpg\"\n")
        == ["2 a.jpg cat", "3 c\"d.jpg a, b"])
    #expect(try table("image_id,breed\n7,pug\n", ["image_id"], "breed") == ["2 7 pug"])
  }

  @Test func `takes the first column of pictures that occurs`() throws {
    #expect(try table("file_name,label,id\na,cat,7\n") == ["2 7 cat"])
  }

  @Test func `names the line on which a row begins`() throws {
    #expect(
      try table("file_name,label\r\n\r\n\"a\r\nb\",cat\r\nc,dog") == ["3 a\r\nb cat", "5 c dog"])
  }

  @Test func `reads a table of a header alone`() throws {
    #expect(try table("file_name,label\n") == [])
  }

  @Test func `skips a byte order mark`() throws {
    #expect(try table("\u{FEFF}file_name,label\na,cat\n") == ["2 a cat"])
  }

  @Test(arguments: ["", "\n\n"] as [ByteString])
  func `wants a header`(text: ByteString) {
    #expect(message(text)?.contains("'t.csv' is empty") == true)
  }

  @Test func `names the columns there are`() {
    let message = message("name,class\na,cat\n")
    #expect(message?.contains("no column 'id' or 'file_name', only 'name', 'class'") == true)
  }

  @Test func `names the line of a row that is too short, or a quote that never closes`() {
    #expect(message("file_name,label\na,cat\nb\n")?.contains("line 3") == true)
    #expect(message("file_name,label\na,\"cat\n")?.contains("line 2") == true)
  }
}
