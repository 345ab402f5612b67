/// Up to eight bytes that a format has at a fixed offset, some bits of which may not matter.
struct MediaTypeMark: Sendable {
  private let offset: Int
  private let size: Int
  private let value: UInt64
  private let mask: UInt64

  /// A number of `size` bytes, first byte highest, of which the bits of `mask` count.
  init(at offset: Int = 0, _ value: UInt64, size: Int, mask: UInt64 = .max) {
    self.offset = offset
    self.size = size
    self.value = value
    self.mask = mask
  }

  /// ASCII text of up to eight characters.
  init(at offset: Int = 0, _ text: String) {
    let bytes = text.utf8.prefix(8)
    self.init(at: offset, bytes.reduce(0) { $0 << 8 | UInt64($1) }, size: bytes.count)
  }

  /// Whether the bytes stand where they should.
  func matches(_ bytes: Span<UInt8>) -> Bool {
    bytes.bigEndianWord(at: offset, count: size).map { $0 & mask == value } ?? false
  }
}

/// A format that its first bytes give away.
struct MediaTypeSignature: Sendable {
  let type: MediaType
  private let first: MediaTypeMark
  private let second: MediaTypeMark?

  /// A format known by one or two marks.
  init(
    _ name: String, _ first: MediaTypeMark, _ second: MediaTypeMark? = nil, isImage: Bool? = nil
  ) {
    type = MediaType(name, isImage: isImage)
    self.first = first
    self.second = second
  }

  /// A format known by ASCII text of up to sixteen characters.
  init(_ name: String, _ text: String, at offset: Int = 0, isImage: Bool? = nil) {
    let rest = String(text.dropFirst(8))
    self.init(
      name, MediaTypeMark(at: offset, text),
      rest.isEmpty ? nil : MediaTypeMark(at: offset + 8, rest), isImage: isImage)
  }

  /// A format known by a number of `size` bytes, first byte highest.
  init(_ name: String, _ value: UInt64, _ size: Int, isImage: Bool? = nil) {
    self.init(name, MediaTypeMark(value, size: size), isImage: isImage)
  }

  /// Whether a file that begins so is of this format.
  func matches(_ bytes: Span<UInt8>) -> Bool {
    first.matches(bytes) && second?.matches(bytes) ?? true
  }
}
