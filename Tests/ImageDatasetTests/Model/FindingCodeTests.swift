import ByteText
import TestKit
import Testing

@testable import ImageDataset

struct FindingCodeTests {
  @Test(arguments: Finding.Code.allCases)
  func `the manual tells of every code, with its severity`(_ code: Finding.Code) throws {
    let page = try FileTree.read(Places.package.appending("man/imgds-integrity.7"))
    let word = code.rawValue.replacing("-", with: "\\-")
    let rows = ByteString(page).displayed.split(separator: "\n").filter {
      $0.hasPrefix("\(code.severity.rawValue) ")
    }
    #expect(rows.contains { $0.contains("\\fB\(word)\\fR") }, "\(code.rawValue)")
  }
}
