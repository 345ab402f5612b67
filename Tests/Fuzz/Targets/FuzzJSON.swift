import ByteText

/// Ranges lie inside the text, and what was understood says the same when it is written anew.
func fuzzJSON(_ input: [UInt8]) {
  let bytes = input.span
  var texts: [ByteString] = []
  var isWhole = true
  _ = JSONScanner.object(bytes) { key, value in
    require(0 <= key.lowerBound && key.upperBound <= bytes.count, "a key lies outside")
    isWhole = visit(value, bytes, depth: 0, &texts) && isWhole
  }
  for text in texts {
    var writer = JSONWriter()
    writer.object { $0.member("text", text) }
    var read: ByteString?
    let written = writer.bytes
    let isObject = JSONScanner.object(written.span) { _, value in
      read = value.text(in: written.span)
    }
    require(isObject, "what was written is no json")
    require(read == text || !text.isUTF8, "a text changed on its way")
  }
}

/// Asks a value for everything; false if some text has an escape that is none.
private func visit(
  _ value: JSONSlice, _ bytes: Span<UInt8>, depth: Int, _ texts: inout [ByteString]
) -> Bool {
  require(value.range.upperBound <= bytes.count && depth < 65, "a value lies outside")
  _ = value.integer(in: bytes)
  _ = value.double(in: bytes)
  _ = value.truth(in: bytes)
  var found: [JSONSlice] = []
  JSONScanner.object(bytes, in: value) { _, member in found.append(member) }
  JSONScanner.array(bytes, in: value) { found.append($0) }
  var isWhole = true
  for member in found { isWhole = visit(member, bytes, depth: depth + 1, &texts) && isWhole }
  guard value.kind == .text || value.kind == .escapedText else { return isWhole }
  guard let text = value.text(in: bytes) else { return false }
  texts.append(text)
  return isWhole
}
