import Foundation
import Testing

@testable import CommandGrammar

@Suite struct ManualPagesTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../man").standardizedFileURL

  /// With `IMGDS_RECORD=1` stale pages are written anew, and the test still fails, so that a
  /// recording never passes for a check.
  @Test func `the pages in man are fresh`() throws {
    let isRecording = ProcessInfo.processInfo.environment["IMGDS_RECORD"] == "1"
    let pages = ManualPages.all()
    for page in pages {
      let file = Self.folder.appending(path: page.fileName)
      guard (try? String(contentsOf: file, encoding: .utf8)) != page.text else { continue }
      Issue.record("man/\(page.fileName) is stale; IMGDS_RECORD=1 swift test writes it")
      guard isRecording else { continue }
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try page.text.write(to: file, atomically: true, encoding: .utf8)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(names.sorted() == pages.map(\.fileName).sorted())
  }

  @Test(arguments: ManualPages.all().map(\.fileName))
  func `groff sets a page without a warning`(_ name: String) throws {
    try expectSilence(["groff", "-man", "-Tutf8", "-ww", "-z"], on: name)
  }

  @Test(arguments: ManualPages.all().map(\.fileName))
  func `mandoc finds no fault in a page`(_ name: String) throws {
    try expectSilence(["mandoc", "-T", "lint", "-W", "warning"], on: name)
  }

  @Test func `what roff would take for markup is escaped`() {
    let page = Page(
      name: "x-y", chapter: 7, summary: "a-b",
      sections: [
        Page.Section(
          title: "A B",
          blocks: [
            .paragraph(".dot `-o \\n` 'quoted' *A'B* \u{65e5}"),
            .example(meaning: "'tis", lines: [".x '~^`\""]),
          ])
      ])
    let lines = Roff.render(page).split(separator: "\n").dropFirst(2)
    #expect(
      lines == [
        ".SH NAME", "x\\-y \\- a-b", ".SH \"A B\"",
        "\\&.dot \\fB\\-o \\en\\fR 'quoted' \\fIA\\(aqB\\fR \\[u65E5]",
        ".PP", "\\&'tis", ".PP", ".RS 4", ".EX", "\\&.x \\(aq\\(ti\\(ha\\(ga\\(dq", ".EE", ".RE",
      ])
  }

  private func expectSilence(_ command: [String], on name: String) throws {
    guard Program.isInstalled(command[0]) else {
      print("left out: \(command[0]) is not installed")
      return
    }
    let page = try #require(ManualPages.all().first { $0.fileName == name })
    let result = try Program.run(command, input: page.text)
    #expect(result.errors == "" && result.status == 0)
    #expect(command[0] != "mandoc" || result.output == "")
  }
}
