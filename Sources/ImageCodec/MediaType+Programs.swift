extension MediaType {
  /// Programs: ELF by its object kind, and what begins with the `MZ` of MS-DOS.
  static func program(_ bytes: Span<UInt8>) -> MediaType? {
    if bytes.bigEndianWord(at: 0, count: 4) == 0x7F45_4C46 { return elf(bytes) }
    guard bytes.holds("MZ", at: 0), let header = bytes.littleEndianWord(at: 60, count: 4) else {
      return nil
    }
    if bytes.bigEndianWord(at: Int(header), count: 4) == 0x5045_0000 {
      return MediaType("application/vnd.microsoft.portable-executable")
    }
    return MediaType("application/x-dosexec")
  }

  private static func elf(_ bytes: Span<UInt8>) -> MediaType {
    guard bytes.count > 17 else { return .octetStream }
    let kind =
      bytes[5] == 2
      ? bytes.bigEndianWord(at: 16, count: 2) : bytes.littleEndianWord(at: 16, count: 2)
    switch kind {
    case 1: return MediaType("application/x-object")
    case 2: return MediaType("application/x-executable")
    case 3: return MediaType("application/x-sharedlib")
    case 4: return MediaType("application/x-coredump")
    default: return .octetStream
    }
  }
}
