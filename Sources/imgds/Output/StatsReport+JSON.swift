import ByteText
import ImageDataset

extension StatsReport {
  /// Adds the keys of a `stats` object, in the contract's order.
  func write(to json: inout JSONWriter) {
    json.member("name", bytes: name)
    json.member("images", images)
    json.member("bytes", bytes)
    json.member("private", privateImages)
    json.member("classes") { json in
      json.array { json in
        for each in classes {
          json.object { json in
            json.member("name", bytes: each.name)
            json.member("index") { json in
              if let index = each.index { json.value(index) } else { json.null() }
            }
            json.member("images", each.images)
            json.member("bytes", each.bytes)
          }
        }
      }
    }
    json.member("formats") { Self.write(formats.map { (ByteString($0.key), $0.value) }, to: &$0) }
    json.member("modes") { Self.write(modes.map { (ByteString($0.key), $0.value) }, to: &$0) }
    json.member("orientations") { json in
      Self.write(orientations.map { (ByteString(String($0.key)), $0.value) }, to: &json)
    }
    json.member("width") { Self.write(width, to: &$0) }
    json.member("height") { Self.write(height, to: &$0) }
    json.member("balance") { json in
      if let balance { json.value(balance, digits: 4) } else { json.null() }
    }
    json.member("colours") { json in
      json.array { json in
        for colour in colours { colour.write(to: &json) }
      }
    }
    if hasPixels {
      json.member("pixels") { json in
        guard let pixels else { return json.null() }
        json.object { json in
          Self.write("mean", pixels.mean, to: &json)
          Self.write("std", pixels.deviation, to: &json)
        }
      }
    }
    if let suggested {
      json.member("suggested") { json in
        json.object { json in
          json.member("images", suggested.images)
          json.member("right", suggested.right)
        }
      }
    }
  }

  private static func write(
    _ key: StaticString, _ numbers: [Double], to json: inout JSONWriter
  ) {
    json.member(key) { json in
      json.array { json in
        for number in numbers { json.value(number, digits: 9) }
      }
    }
  }

  /// Counts by name, sorted by name.
  private static func write(_ counts: [(ByteString, Int)], to json: inout JSONWriter) {
    json.object { json in
      for (name, count) in counts.sorted(by: { $0.0 < $1.0 }) {
        json.member(named: name) { $0.value(count) }
      }
    }
  }

  private static func write(_ range: Range?, to json: inout JSONWriter) {
    guard let range else { return json.null() }
    json.object { json in
      json.member("min", range.min)
      json.member("median", range.median, digits: 1)
      json.member("max", range.max)
    }
  }
}
