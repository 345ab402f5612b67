package import ByteText

/// A class that a model took a picture for, and how sure it was.
package struct Suggestion: Sendable, Equatable {
  package var className: ByteString
  /// 0…1.
  package var score: Double

  package init(className: ByteString, score: Double) {
    self.className = className
    self.score = score
  }
}

extension Suggestion {
  /// Reads `[{"class":…,"score":…},…]`, best first; nil for anything else.
  static func list(_ slice: JSONSlice, of bytes: Span<UInt8>) -> [Suggestion]? {
    guard slice.kind == .array else { return nil }
    var isSound = true
    var suggestions: [Suggestion] = []
    JSONScanner.array(bytes, in: slice) { element in
      var className: ByteString?
      var score: Double?
      JSONScanner.object(bytes, in: element) { key, value in
        if JSONScanner.key(bytes, key, is: "class") { className = value.text(in: bytes) }
        if JSONScanner.key(bytes, key, is: "score") { score = value.double(in: bytes) }
      }
      if let className, let score {
        suggestions.append(Suggestion(className: className, score: score))
      } else {
        isSound = false
      }
    }
    return isSound ? suggestions : nil
  }

  /// Adds the key `suggested`, as records and reports have it.
  static func write(_ suggestions: [Suggestion], to json: inout JSONWriter) {
    json.member("suggested") { json in
      json.array { json in
        for suggestion in suggestions {
          json.object { json in
            json.member("class", suggestion.className)
            json.member("score", suggestion.score, digits: 4)
          }
        }
      }
    }
  }
}
