internal import ByteText
internal import System

/// Makes what is told of the images that were found, on any thread.
struct ListMaker<Share: Sendable>: Sendable {
  /// What is told of an image.
  enum Part: Sendable {
    /// Where it lies, which the index knows; of many at once, since they are told fast.
    case places(@Sendable (inout Share, [ImagePlace]) -> Void)
    /// All of it, for which its line is read again.
    case record(@Sendable (inout Share, ListedImage) -> Void)
  }

  /// What some images came to.
  struct Made: Sendable {
    var share: Share
    var count = 0
    /// Where lines begin whose facts make no sense, and why they do not.
    var faults: [(offset: Int, message: String)] = []
  }

  let start: Share
  let part: Part

  /// - Parameters:
  ///   - entries: in the order of their lines, unless `reference` or an order was asked for.
  ///   - reference: the fingerprint that theirs are compared with.
  func make(
    _ entries: [CatalogIndex.Entry], of index: CatalogIndex, in file: SharedFile,
    isInOrder: Bool, reference: UInt64?
  ) throws(SystemError) -> Made {
    var made = Made(share: start)
    switch part {
    case .places(let add):
      var names = OwnNames(index)
      let places = entries.compactMap { entry in
        entry.format.map {
          ImagePlace(className: names[entry.className], id: entry.id, format: $0)
        }
      }
      made.count = places.count
      add(&made.share, places)
    case .record(let add):
      var rest = entries[...]
      while !rest.isEmpty {
        let block = rest.prefix(isInOrder ? RecordBlock.length(of: rest) : 1)
        rest = rest[block.endIndex...]
        made.faults += try RecordBlock(file.file, block, of: index).read { record in
          made.count += 1
          let distance = reference.map { ($0 ^ record.facts.fingerprint).nonzeroBitCount }
          add(&made.share, ListedImage(record: record, distance: distance))
        }
      }
    }
    return made
  }
}

/// The names of an index, copied for one thread: threads that count references to the same names wait
/// for each other.
private struct OwnNames {
  private let index: CatalogIndex
  private var names: [ByteString?]

  init(_ index: CatalogIndex) {
    self.index = index
    names = Array(repeating: nil, count: index.names.count)
  }

  subscript(number: Int32) -> ByteString {
    mutating get {
      if let name = names[Int(number)] { return name }
      let name = index.names[Int(number)]
      let own = ByteString(name.bytes.span.array(0..<name.count))
      names[Int(number)] = own
      return own
    }
  }
}
