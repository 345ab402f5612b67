internal import ArchiveFormats
internal import ByteText
internal import System

/// The parts that an earlier archive, or its `metadata.jsonl`, gave to images.
enum EarlierSplit {
  /// The largest `metadata.jsonl` that is read, in bytes: some ten million lines.
  private static let largest = 4 << 30

  /// Reads a file that `pack` wrote.
  ///
  /// Of a zip the metadata count, or, where it was packed without, the paths of its images.
  ///
  /// - Throws: ``DatasetError``: `usage` for a file that tells no parts, or lines that make no sense.
  static func read(_ path: ByteString) throws(DatasetError) -> [ImageID: SplitPart] {
    do {
      let head = try OpenFile.reading(path).bytes(at: 0, count: 2)
      let parts =
        head == Array("PK".utf8)
        ? try zipParts(path) : try lineParts(Files.readWhole(path, atMost: largest), path)
      guard !parts.isEmpty else {
        throw DatasetError.usage(
          "'\(path.displayed)' tells no splits, it was packed without '--split'")
      }
      return parts
    } catch let error as SystemError {
      throw .system(error)
    } catch let error as DatasetError {
      throw error
    } catch {
      throw .usage("'\(path.displayed)' cannot be read: \(error)")
    }
  }

  private static func zipParts(_ path: ByteString) throws -> [ImageID: SplitPart] {
    let subject = try ZipSubject(path)
    if let metadata = subject.companion(MetadataFile.name) { return try lineParts(metadata, path) }
    var parts: [ImageID: SplitPart] = [:]
    for (entry, owner) in subject.layout.pictures {
      if let part = owner.split.flatMap({ SplitPart(name: $0) }), let id = ImageID(entry.name.stem)
      {
        parts[id] = part
      }
    }
    return parts
  }

  private static func lineParts(
    _ text: [UInt8], _ path: ByteString
  ) throws -> [ImageID: SplitPart] {
    var parts: [ImageID: SplitPart] = [:]
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let bytes = Array(line)
      let span = bytes.span
      var id: ImageID?
      var name: ByteString?
      let isObject = JSONScanner.object(span) { key, value in
        if JSONScanner.key(span, key, is: "id") {
          id = value.text(in: span).flatMap { ImageID($0) }
        } else if JSONScanner.key(span, key, is: "split") {
          name = value.text(in: span)
        }
      }
      let place = "line \(index + 1) of the metadata of '\(path.displayed)'"
      guard isObject, let id else { throw DatasetError.usage("\(place) names no image") }
      guard let name else { continue }
      guard let part = SplitPart(name: name) else {
        throw DatasetError.usage(
          "\(place) has the split '\(name.displayed)', not train, val or test")
      }
      parts[id] = part
    }
    return parts
  }
}
