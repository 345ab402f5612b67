import ArchiveFormats
import ByteText
import Testing

private func field(_ number: UInt64, bytes: Int) -> [UInt8] {
  (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
}

/// A zip of one stored entry `a` in which every part can be said otherwise than it is.
private struct Crafted {
  var content = Noise.bytes(10)
  var declared: UInt64 = 10
  var flags: UInt64 = 0
  var localSizes: (compressed: UInt64, full: UInt64)?
  var localExtra: [UInt8] = []
  var directoryExtra: [UInt8] = []
  var directorySizes: UInt64?
  var descriptor: [UInt8] = []
  var hasZip64End = false
  var zip64Count: UInt64 = 1
  var zip64RecordSize: UInt64 = 44
  var locatorShift: UInt64 = 0
  var plainCount: UInt64 = 1

  var checksum: UInt64 { UInt64(CRC32.of(content.span)) }

  var bytes: [UInt8] {
    let sizes = localSizes ?? (declared, declared)
    let shared = field(45, bytes: 2) + field(flags, bytes: 2) + field(0, bytes: 6)
    let isLater = flags & 8 != 0
    var zip = field(0x0403_4b50, bytes: 4) + shared + field(isLater ? 0 : checksum, bytes: 4)
    zip += field(sizes.compressed, bytes: 4) + field(sizes.full, bytes: 4)
    zip += [1, 0] + field(UInt64(localExtra.count), bytes: 2) + [0x61] + localExtra
    zip += content + descriptor
    let directory = UInt64(zip.count)
    zip += field(0x0201_4b50, bytes: 4) + [45, 3] + shared + field(checksum, bytes: 4)
    let listed = directorySizes ?? declared
    zip += field(listed, bytes: 4) + field(listed, bytes: 4)
    zip += [1, 0] + field(UInt64(directoryExtra.count), bytes: 2) + field(0, bytes: 14) + [0x61]
    zip += directoryExtra
    let size = UInt64(zip.count) - directory
    if hasZip64End {
      let place = UInt64(zip.count)
      zip += field(0x0606_4b50, bytes: 4) + field(zip64RecordSize, bytes: 8) + field(45, bytes: 12)
      zip += field(zip64Count, bytes: 8) + field(zip64Count, bytes: 8)
      zip += field(size, bytes: 8) + field(directory, bytes: 8)
      zip += field(0x0706_4b50, bytes: 4) + field(0, bytes: 4)
      zip += field(place &+ locatorShift, bytes: 8) + field(1, bytes: 4)
    }
    zip += field(0x0605_4b50, bytes: 8) + field(plainCount, bytes: 2) + field(plainCount, bytes: 2)
    return zip + field(size, bytes: 4) + field(directory, bytes: 6)
  }

  /// A Zip64 field of some numbers.
  static func zip64(_ numbers: UInt64...) -> [UInt8] {
    field(1, bytes: 2) + field(UInt64(numbers.count) * 8, bytes: 2)
      + numbers.flatMap { field($0, bytes: 8) }
  }

  /// Info-ZIP's field with another name for an entry.
  static func unicodePath(_ name: [UInt8], for other: [UInt8]) -> [UInt8] {
    field(0x7075, bytes: 2) + field(UInt64(name.count) + 5, bytes: 2) + [1]
      + field(UInt64(CRC32.of(other.span)), bytes: 4) + name
  }
}

@Suite struct HostileZip64Tests {
  private static let saturated: UInt64 = 0xffff_ffff

  private func messages(_ change: (inout Crafted) -> Void) -> [String] {
    var zip = Crafted()
    change(&zip)
    return ZipReader(bytes: zip.bytes).allFaults().map(\.message)
  }

  @Test func `reads what is sound though seldom seen`() {
    #expect(messages { _ in } == [])
    #expect(messages { $0.hasZip64End = true } == [])
    let inHeaders = messages {
      $0.localSizes = (Self.saturated, Self.saturated)
      $0.localExtra = Crafted.zip64(10, 10)
      $0.directorySizes = Self.saturated
      $0.directoryExtra = Crafted.zip64(10, 10)
    }
    #expect(inHeaders == [])
    let beyondNeed = messages {
      $0.directoryExtra = Crafted.zip64(10, 10, 0)
      $0.localExtra = [0, 0, 0]
    }
    #expect(beyondNeed == [])
    #expect(messages { $0.directoryExtra = Crafted.unicodePath([0x61], for: [0x61]) } == [])
    #expect(messages { $0.directoryExtra = Crafted.unicodePath([0x62], for: [0x63]) } == [])
  }

  @Test(arguments: [false, true], [4, 8])
  func `reads data descriptors of every form`(isSigned: Bool, width: Int) {
    let found = messages {
      $0.flags = 8
      $0.localSizes = (0, 0)
      $0.descriptor = (isSigned ? field(0x0807_4b50, bytes: 4) : []) + field($0.checksum, bytes: 4)
      $0.descriptor += field(10, bytes: width) + field(10, bytes: width)
    }
    #expect(found == [])
    let spoiled = messages {
      $0.flags = 8
      $0.localSizes = (0, 0)
      $0.descriptor = (isSigned ? field(0x0807_4b50, bytes: 4) : []) + field($0.checksum, bytes: 4)
      $0.descriptor += field(10, bytes: width) + field(11, bytes: width)
    }
    #expect(spoiled.count == 1)
    #expect(spoiled.allSatisfy { $0.contains("not the data descriptor of the entry before") })
  }

  @Test func `refuses end records that differ or lie elsewhere`() {
    let differing = messages {
      $0.hasZip64End = true
      $0.plainCount = 2
    }
    #expect(differing.contains { $0.contains("end records at bytes 88 and 164 differ") })
    for shift in [1, UInt64.max - 87, UInt64.max] {
      let moved = messages {
        $0.hasZip64End = true
        $0.locatorShift = shift
      }
      #expect(moved.contains { $0.contains("zip64") }, "\(shift)")
    }
    let resized = messages {
      $0.hasZip64End = true
      $0.zip64RecordSize = .max
    }
    #expect(resized.contains("no zip64 end record at byte 88, where the locator points"))
  }

  @Test(arguments: [UInt64(0), 2, 4_000_000_000, .max])
  func `does not believe a count`(count: UInt64) {
    let found = messages {
      $0.hasZip64End = true
      $0.zip64Count = count
      $0.plainCount = 0xffff
    }
    #expect(found == ["the end record counts \(count) entries, the directory has 1"])
  }

  @Test func `refuses sizes no file can have`() {
    let found = messages {
      $0.localSizes = (Self.saturated, Self.saturated)
      $0.localExtra = Crafted.zip64(.max, .max)
      $0.directorySizes = Self.saturated
      $0.directoryExtra = Crafted.zip64(.max, .max)
    }
    #expect(found.contains { $0.contains("runs into the directory") })
    #expect(found.contains { $0.contains("cannot be read") })
  }

  @Test func `refuses extra fields that mislead`() {
    let renamed = messages { $0.directoryExtra = Crafted.unicodePath([0x62], for: [0x61]) }
    #expect(renamed == ["the entry at byte 41 bears a second name"])
    let renamedLater = messages { $0.localExtra = Crafted.unicodePath([0x62], for: [0x61]) }
    #expect(
      renamedLater == ["the local header at byte 0 differs from the directory in second name"])
    let cut = messages { $0.directoryExtra = [1, 0, 9, 0, 1] }
    #expect(cut == ["the entry at byte 41 has malformed extra fields"])
    let twice = messages { $0.directoryExtra = Crafted.zip64(1) + Crafted.zip64(2) }
    #expect(twice == ["the entry at byte 41 has malformed extra fields"])
    let missing = messages { $0.directorySizes = Self.saturated }
    #expect(missing.contains("the entry at byte 41 lacks zip64 numbers"))
  }

  @Test func `lists ten thousand faults and counts the rest`() {
    var writer = ZipWriter()
    var bytes: [UInt8] = []
    for _ in 0..<10_050 { bytes += writer.beginEntry(name: "..", size: 0, crc32: 0) }
    let faults = ZipReader(bytes: bytes + writer.finish()).faults
    #expect(faults.count == 10_001)
    #expect(faults.last?.message == "10099 more faults are not listed")
  }
}
