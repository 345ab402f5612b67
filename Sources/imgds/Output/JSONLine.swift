import ByteText

/// A line of `--json` output: one object, its type first.
enum JSONLine {
  static func bytes(_ type: StaticString, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("type", ByteString(stringLiteral: type))
      members(&json)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
