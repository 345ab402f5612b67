internal import ArchiveFormats
internal import ByteText
internal import System

/// Writes one zip: images stored, texts deflated, entries in the order of their names' bytes.
struct ZipPacker {
  private let dataset: Dataset
  private let plan: PackPlan
  private let options: PackOptions
  private let sink: ArchiveSink
  private var zip: ZipWriter
  /// What makes the archive impossible, found while reading.
  private(set) var faults: [PackFault] = []

  init(_ dataset: Dataset, _ plan: PackPlan, _ options: PackOptions, _ sink: ArchiveSink) {
    self.dataset = dataset
    self.plan = plan
    self.options = options
    self.sink = sink
    zip = ZipWriter(date: options.date)
  }

  /// Writes everything but the archive's final name.
  ///
  /// All images are read even after a fault, so that every bad one is named.
  mutating func write(_ progress: (_ done: Int, _ total: Int) -> Void) throws {
    let texts = self.texts
    var before = texts.filter { $0.name < (plan.classes.first ?? "") }[...]
    var after = texts.dropFirst(before.count)
    while let text = before.popFirst() { try write(text) }
    let reader = PackReader(dataset: dataset)
    var rest = plan.images[...]
    var done = 0
    try mapInOrder(
      jobs: options.jobs, window: 16,
      next: { Interrupt.received == nil ? rest.popFirst() : nil },
      work: { reader.read($0) },
      consume: { result in
        switch result {
        case .failure(let fault): faults.append(fault)
        case .success(let packed):
          while let text = after.first, text.name < packed.image.place.file {
            try write(text)
            after.removeFirst()
          }
          try write(packed)
        }
        done += 1
        progress(done, plan.images.count)
      })
    for text in after { try write(text) }
    try sink.write(zip.finish().span)
  }

  /// The files beside the class folders, sorted by name.
  private var texts: [(name: ByteString, data: [UInt8])] {
    var texts: [(name: ByteString, data: [UInt8])] = [
      (CardFile.name, CardFile(datasetName: dataset.name, plan: plan).text),
      (ClassesFile.name, ClassesFile.text(of: plan)),
      (MetadataFile.name, MetadataFile.text(of: plan)),
    ]
    var lines = texts.map { (file: $0.name, sha256: Self.sha256(of: $0.data)) }
    lines += plan.images.map { (file: $0.place.file, sha256: $0.facts.sha256) }
    lines.sort { $0.file < $1.file }
    texts.append((SumsFile.name, lines.flatMap { SumsFile.line($0.sha256, $0.file) }))
    return texts.sorted { $0.name < $1.name }
  }

  private static func sha256(of data: [UInt8]) -> [UInt8] {
    var digest = SHA256()
    digest.update(data.span)
    return digest.finish()
  }

  private mutating func write(_ text: (name: ByteString, data: [UInt8])) throws(SystemError) {
    let bytes = zip.deflatedEntry(name: dataset.name.appending(text.name), data: text.data)
    try sink.write(bytes.span)
  }

  private mutating func write(_ packed: PackedImage) throws {
    guard faults.isEmpty else { return }
    let name = dataset.name.appending(packed.image.place.file)
    let size = packed.image.facts.bytes
    try sink.write(zip.beginEntry(name: name, size: UInt64(size), crc32: packed.crc32).span)
    if let content = packed.content {
      try sink.write(content.span)
    } else {
      try copy(packed, size)
    }
  }

  /// Copies a large file, which must still be the one that was checked.
  private mutating func copy(_ packed: PackedImage, _ size: Int) throws {
    let reader = FileReader(try OpenFile.reading(packed.path))
    var crc32: UInt32 = 0
    var count = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while count <= size {
      var room = buffer.mutableSpan
      let got = reader.read(into: &room)
      if let failure = reader.failure { throw failure }
      guard got > 0 else { break }
      let piece = buffer.span.extracting(..<got)
      crc32 = CRC32.of(piece, continuing: crc32)
      count += got
      try sink.write(piece)
    }
    if crc32 != packed.crc32 || count != size {
      let message = "its bytes changed while it was packed"
      faults.append(.bad(Finding(.changed, packed.image.place.file, message)))
    }
  }
}
