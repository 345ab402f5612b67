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
    json.object { json in
      json.member("hex", ByteString(hex))
      json.member("share", share, digits: 4)
      json.member("name", ByteString(name))
    }
  }
}
