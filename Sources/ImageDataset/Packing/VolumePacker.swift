internal import ArchiveFormats
internal import ByteText
internal import System

/// Reads the images of an archive on all cores and writes them in their order.
struct VolumePacker {
  /// The most runs under way at once: enough for all threads, each run a quarter of a megabyte.
  private var window: Int { min(3 * jobs, 16) }

  let reader: PackReader
  let jobs: Int
  /// What makes the archive impossible, found while reading.
  private(set) var faults: [PackFault] = []

  init(_ reader: PackReader, jobs: Int) {
    self.reader = reader
    self.jobs = jobs
  }

  /// Writes everything but the archive's final name.
  ///
  /// All images are read even after a fault, so that every bad one is named.
  mutating func write(
    _ volume: PackVolume, _ writer: inout some VolumeWriter, _ progress: () -> Void
  ) throws {
    var rest = volume.images
    let (reader, frame, cuts) = (reader, writer.frame, writer.cuts)
    try mapInOrder(
      jobs: jobs, window: window,
      next: { Interrupt.received == nil ? rest.popRun(cuts: cuts) : nil },
      work: { reader.read($0, in: frame) },
      consume: { try write($0, &writer, progress) },
      meanwhile: { writer.prepare() })
    if faults.isEmpty { try writer.finish() }
  }

  /// Reads all images and writes none, so that every bad one is named.
  mutating func check(_ images: [PackPlan.Image], _ progress: () -> Void) {
    var rest = images[...]
    let reader = reader
    mapInOrder(
      jobs: jobs, window: window,
      next: { Interrupt.received == nil ? rest.popRun() : nil },
      work: { reader.read($0, in: NoFrame()) },
      consume: { run in
        for outcome in run.outcomes {
          if case .failed(let fault) = outcome { faults.append(fault) }
          progress()
        }
        reader.memory.put(run.content)
      })
  }

  private mutating func write(
    _ run: PackedRun, _ writer: inout some VolumeWriter, _ progress: () -> Void
  ) throws {
    if faults.isEmpty { try writer.reach(run.images.startIndex) }
    let content = run.content.span
    // What is to be written at once, once an image comes that is not held.
    var (start, end) = (0, 0)
    for (image, outcome) in zip(run.images, run.outcomes) {
      switch outcome {
      case .failed(let fault): faults.append(fault)
      case .held(let crc32, let next):
        writer.note(image, crc32: crc32)
        end = next
      case .checked(let packed):
        if faults.isEmpty {
          try writer.sink.write(content.extracting(start..<end))
          start = end
          try copy(packed, to: &writer)
        }
      }
      progress()
    }
    if faults.isEmpty { try writer.sink.write(content.extracting(start..<end)) }
    reader.memory.put(run.content)
  }

  /// Copies a large file within its frame.
  private mutating func copy(
    _ packed: PackedImage, to writer: inout some VolumeWriter
  ) throws {
    var (head, tail): ([UInt8], [UInt8]) = ([], [])
    writer.frame.appendHead(of: packed.image, crc32: packed.crc32, to: &head)
    writer.frame.appendTail(of: packed.image, to: &tail)
    writer.note(packed.image, crc32: packed.crc32)
    try writer.sink.write(head.span)
    try copy(packed, to: writer.sink)
    try writer.sink.write(tail.span)
  }

  /// Copies a large file, which must still be the one that was checked.
  private mutating func copy(_ packed: PackedImage, to sink: ArchiveSink) throws {
    let stream = try packed.open()
    let size = packed.image.bytes
    var crc32: UInt32 = 0
    var count = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while count < size {
      var room = buffer.mutableSpan
      let got = stream.read(into: &room)
      if let failure = stream.failure { throw failure }
      guard got > 0 else { break }
      let piece = buffer.span.extracting(..<min(got, size - count))
      crc32 = CRC32.of(piece, continuing: crc32)
      count += piece.count
      try sink.write(piece)
    }
    if crc32 != packed.crc32 || count != size {
      let message = "its bytes changed while it was packed"
      faults.append(.bad(Finding(.changed, packed.image.place.file, message)))
    }
  }
}

/// Of images that are read and not written.
private struct NoFrame: ImageFrame {
  func appendHead(of image: PackPlan.Image, crc32: UInt32, to buffer: inout [UInt8]) {}
  func appendTail(of image: PackPlan.Image, to buffer: inout [UInt8]) {}
}
