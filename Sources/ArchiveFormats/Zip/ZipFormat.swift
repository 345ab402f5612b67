/// What PKWARE's APPNOTE.TXT 6.3 fixes of the zip format, as far as it is written and read here.
enum ZipFormat {
  /// The four bytes a record begins with, as a number.
  enum Signature {
    static let localHeader: UInt32 = 0x0403_4b50
    static let dataDescriptor: UInt32 = 0x0807_4b50
    static let directoryEntry: UInt32 = 0x0201_4b50
    static let end: UInt32 = 0x0605_4b50
    static let zip64End: UInt32 = 0x0606_4b50
    static let zip64Locator: UInt32 = 0x0706_4b50
  }

  /// The bytes of a record without its names, extra fields and comments.
  enum Size {
    static let localHeader = 30
    static let directoryEntry = 46
    static let end = 22
    static let zip64End = 56
    static let zip64Locator = 20
  }

  /// How an entry's bytes are stored.
  enum Method {
    static let stored: UInt16 = 0
    static let deflated: UInt16 = 8
  }

  /// The general-purpose bits, section 4.4.4.
  enum Flag {
    static let encrypted: UInt16 = 1 << 0
    static let hasDescriptor: UInt16 = 1 << 3
    static let isPatch: UInt16 = 1 << 5
    static let stronglyEncrypted: UInt16 = 1 << 6
    static let isUTF8: UInt16 = 1 << 11
    static let maskedHeader: UInt16 = 1 << 13
  }

  /// The kinds of extra fields.
  enum Extra {
    /// Sizes and offset in 64 bits, section 4.5.3.
    static let zip64: UInt16 = 0x0001
    /// Info-ZIP's second name in UTF-8, section 4.6.9.
    static let unicodePath: UInt16 = 0x7075
  }

  /// The version needed to read an entry, section 4.4.3.
  enum Version {
    static let stored: UInt16 = 10
    static let deflated: UInt16 = 20
    static let zip64: UInt16 = 45
  }

  /// A 16-bit field that says "see the Zip64 record"; also the first count that needs one.
  static let saturated16 = UInt16.max
  /// A 32-bit field that says "see the Zip64 field"; also the first value that needs one.
  static let saturated32 = UInt32.max
}
