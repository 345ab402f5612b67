internal import ByteText
internal import ImageCodec
internal import System

extension CatalogFile {
  /// Works on every image that the index holds, with several threads, and takes what they make of
  /// them in the catalog's order.
  ///
  /// - Parameters:
  ///   - wanted: the images to work on, in the order of their lines; nil for all.
  ///   - work: makes something of some images; runs on any thread.
  func mapRecords<Output: Sendable>(
    in index: CatalogIndex, _ wanted: [CatalogIndex.Entry]? = nil,
    work: @escaping @Sendable (RecordBlock) -> Output,
    consume: (Output) throws -> Void
  ) throws {
    let shared = self.shared
    var rest = (wanted ?? index.inOrder)[...]
    let isLong = status.size > RecordBlock.usualSize
    let jobs = isLong ? Processors.count : 1
    try mapInOrder(
      jobs: jobs, window: jobs * 4,
      next: { () throws -> ArraySlice<CatalogIndex.Entry>? in
        guard !rest.isEmpty else { return nil }
        let block = rest.prefix(RecordBlock.length(of: rest))
        rest = rest[block.endIndex...]
        return block
      },
      work: { entries -> Result<Output, SystemError> in
        do throws(SystemError) {
          return .success(work(try RecordBlock(shared.file, entries, of: index)))
        } catch {
          return .failure(error)
        }
      },
      consume: { try consume($0.get()) })
  }

  /// The same for some images in any order.
  func mapRecords<Output: Sendable>(
    in index: CatalogIndex, ids: [ImageID], work: @escaping @Sendable (RecordBlock) -> Output,
    consume: (Output) throws -> Void
  ) throws {
    let shared = self.shared
    var rest = ids[...]
    let jobs = ids.count > 1_000 ? Processors.count : 1
    try mapInOrder(
      jobs: jobs, window: jobs * 128,
      next: { () throws -> ImageID? in rest.popFirst() },
      work: { id -> Result<Output, SystemError>? in
        guard let entry = index.entries[id] else { return nil }
        do throws(SystemError) {
          return .success(work(try RecordBlock(shared.file, [entry], of: index)))
        } catch {
          return .failure(error)
        }
      },
      consume: { if let output = try $0?.get() { try consume(output) } })
  }

  /// Gives every image that the index holds, with what later lines changed, in the catalog's order.
  ///
  /// - Parameter fault: is told of `added` lines whose facts make no sense.
  func forEachRecord(
    in index: CatalogIndex, _ body: (ImageRecord) throws -> Void, fault: (CatalogFault) -> Void
  ) throws {
    var faults: [Int: String] = [:]
    try mapRecords(in: index) { block in
      var records: [ImageRecord] = []
      let faults = block.read { records.append($0) }
      return (records, faults)
    } consume: { records, found in
      for record in records { try body(record) }
      for each in found { faults[each.offset] = each.message }
    }
    for each in try located(faults) { fault(each) }
  }

  /// Faults with the numbers of their lines, by where these begin.
  func located(_ faults: [Int: String]) throws -> [CatalogFault] {
    guard !faults.isEmpty else { return [] }
    var located: [CatalogFault] = []
    _ = try forEachLine { _, position in
      guard let message = faults[position.offset] else { return }
      located.append(CatalogFault(line: position.number, message: message))
    }
    return located
  }

  /// The format that the `added` line at an offset says, or nil if it says none.
  func format(at offset: Int) throws(SystemError) -> ImageFormat? {
    let bytes = try bytes(at: offset, count: 4096)
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
    let text = bytes.span.extracting(..<end)
    let slice = CatalogLine.members(text)["format"]
    let name = slice?.text(in: text)?.displayed
    return ImageFormat.allCases.first { $0.name == name }
  }
}
