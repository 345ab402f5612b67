import Foundation
import ImageCodec

/// The corpus of foreign suites, which lies beside the package or where `IMGDS_CORPORA` says.
enum Corpus {
  struct Entry: Sendable {
    var path: String
    var must: String
    var note: String
    var mime: String
  }

  static let folder: URL? = {
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/corpora")
    let named = ProcessInfo.processInfo.environment["IMGDS_CORPORA"]
    let folder = named.map { URL(fileURLWithPath: $0) } ?? beside
    let table = folder.appendingPathComponent("torture.tsv")
    return FileManager.default.fileExists(atPath: table.path) ? folder : nil
  }()

  static func torture() throws -> [Entry] {
    guard let folder else { return [] }
    let table = try Data(contentsOf: folder.appendingPathComponent("torture.tsv"))
    let lines = table.split(separator: 0x0A).map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard let names = lines.first else { return [] }
    func column(_ name: String) -> Int { names.firstIndex(of: name) ?? 0 }
    let (path, must, note, mime) = (
      column("path"), column("must"), column("note"), column("mime")
    )
    return lines.dropFirst().map {
      Entry(path: $0[path], must: $0[must], note: $0[note], mime: $0[mime])
    }
  }

  static func bytes(of entry: Entry) throws -> [UInt8] {
    guard let folder else { return [] }
    return Array(try Data(contentsOf: folder.appendingPathComponent(entry.path)))
  }
}
