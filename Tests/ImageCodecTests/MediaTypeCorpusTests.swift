import Foundation
import ImageCodec
import Testing

@Suite struct MediaTypeCorpusTests {
  @Test(.enabled(if: corpora != nil, "left out: the corpora are not there"))
  func `agrees with file on 98 of 100 files of other projects' suites`() throws {
    let folder = try #require(Self.corpora)
    let table = try Data(contentsOf: folder.appendingPathComponent("torture.tsv"))
    var agreed = 0
    var total = 0
    var differences: [String: Int] = [:]
    for row in table.split(separator: 0x0A).dropFirst() {
      let fields = row.split(separator: 0x09, maxSplits: 4, omittingEmptySubsequences: false)
      let path = String(decoding: fields[0], as: UTF8.self)
      let expected = String(decoding: fields[3], as: UTF8.self)
      let name = try Self.detect(folder.appendingPathComponent(path))
      total += 1
      if name == expected {
        agreed += 1
      } else {
        differences["\(expected) was told to be \(name)", default: 0] += 1
      }
    }
    #expect(total > 0 && agreed * 100 >= total * 98, "\(agreed) of \(total): \(differences)")
  }

  /// The type told from no more than the first 64 KiB of a file.
  private static func detect(_ file: URL) throws -> String {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    let prefix = [UInt8](try handle.read(upToCount: 65_536) ?? Data())
    return detectMediaType(prefix.span, isWhole: size <= prefix.count).name
  }

  /// The folder of the corpora: `IMGDS_CORPORA`, or `shared/corpora` beside the package's folder.
  private static let corpora: URL? = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    folder.appendPathComponent("shared/corpora")
    if let path = ProcessInfo.processInfo.environment["IMGDS_CORPORA"] {
      folder = URL(fileURLWithPath: path)
    }
    let table = folder.appendingPathComponent("torture.tsv").path
    return FileManager.default.fileExists(atPath: table) ? folder : nil
  }()
}
