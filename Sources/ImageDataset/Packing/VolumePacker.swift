internal import ArchiveFormats
internal import ByteText
internal import System

/// Reads the images of an archive on all cores and writes them in their order.
struct VolumePacker {
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
    let reader = reader
    try mapInOrder(
      jobs: jobs, window: 16,
      next: { Interrupt.received == nil ? rest.popRun() : nil },
      work: { reader.read($0) },
      consume: { try write($0, &writer, progress) })
    if faults.isEmpty { try writer.finish() }
  }

  /// Reads all images and writes none, so that every bad one is named.
  mutating func check(_ images: [PackPlan.Image], _ progress: () -> Void) {
    var rest = images[...]
    let reader = reader
    mapInOrder(
      jobs: jobs, window: 16,
      next: { Interrupt.received == nil ? rest.popRun() : nil },
      work: { reader.read($0) },
      consume: { run in
        for outcome in run.outcomes {
          if case .failed(let fault) = outcome { faults.append(fault) }
          progress()
        }
      })
  }

  private mutating func write(
    _ run: PackedRun, _ writer: inout some VolumeWriter, _ progress: () -> Void
  ) throws {
    let content = run.content.span
    var place = 0
    for (image, outcome) in zip(run.images, run.outcomes) {
      switch outcome {
      case .failed(let fault): faults.append(fault)
      case .held(let crc32):
        let end = place + image.bytes
        if faults.isEmpty {
          try writer.begin(image, crc32: crc32)
          try writer.sink.write(content.extracting(place..<end))
          try writer.end(image)
        }
        place = end
      case .checked(let packed):
        if faults.isEmpty {
          try writer.begin(image, crc32: packed.crc32)
          try copy(packed, to: writer.sink)
          try writer.end(image)
        }
      }
      progress()
    }
    reader.memory.put(run.content)
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
