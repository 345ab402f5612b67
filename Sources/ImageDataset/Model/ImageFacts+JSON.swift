package import ByteText
package import ImageAnalysis
internal import ImageCodec

extension ImageFacts {
  /// Adds the facts as a line of the catalog has them: the contract's keys in their order, and the
  /// checksum by which `pack` knows the bytes again.
  func write(to json: inout JSONWriter) {
    writeMeasures(to: &json)
    json.member("phash", Hexadecimal.encode(fingerprint))
    if let crc32 { json.member("crc32", Hexadecimal.encode(crc32)) }
    writeOccasional(to: &json)
  }

  func writeMeasures(to json: inout JSONWriter) {
    json.member("sha256", Hexadecimal.encode(sha256))
    json.member("bytes", bytes)
    json.member("format", ByteString(format.name))
    json.member("width", width)
    json.member("height", height)
    json.member("orientation", orientation)
    json.member("mode", ByteString(mode.name))
    json.member("colours") { json in
      json.array { json in
        for colour in colours { colour.write(to: &json) }
      }
    }
  }

  func writeOccasional(to json: inout JSONWriter) {
    if let icc { json.member("icc", icc) }
    if hasGPS { json.member("gps", true) }
    if !warnings.isEmpty {
      json.member("warnings") { json in
        json.array { json in
          for warning in warnings { json.value(warning) }
        }
      }
    }
  }
}

extension DominantColour {
  package func write(to json: inout JSONWriter) {
    // A million images have five million colours, and a member by itself costs more than this.
    var text: [UInt8] = []
    text.reserveCapacity(64)
    text += "{\"hex\":\"#".utf8
    for channel in [red, green, blue] {
      text.append(Self.digits[Int(channel >> 4)])
      text.append(Self.digits[Int(channel & 15)])
    }
    text += "\",\"share\":".utf8
    appendShare(to: &text)
    text += ",\"name\":\"".utf8
    text += name.utf8
    text += "\"}".utf8
    json.raw(text)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// Up to four decimals, without zeros at the end.
  private func appendShare(to text: inout [UInt8]) {
    let scaled = (share * 10_000).rounded()
    guard (0...10_000).contains(scaled) else {
      text += Decimal.text(share, digits: 4).utf8
      return
    }
    var rest = Int(scaled)
    text.append(UInt8(ascii: "0") + UInt8(rest / 10_000))
    rest %= 10_000
    if rest > 0 { text.append(UInt8(ascii: ".")) }
    var unit = 1_000
    while rest > 0 {
      text.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}
