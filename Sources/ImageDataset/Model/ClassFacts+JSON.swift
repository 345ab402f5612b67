package import ByteText

extension ClassFacts {
  /// Writes the facts as an object; the reference is told beside it.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      for fact in facts { json.member(named: fact.key) { $0.value(fact.value) } }
    }
  }

  /// Reads the facts of an object; what is no text in it is passed over.
  init(_ slice: JSONSlice, of bytes: Span<UInt8>) {
    var facts = ClassFacts()
    JSONScanner.object(bytes, in: slice) { key, value in
      if let key = JSONScanner.text(bytes, ofKey: key), let text = value.text(in: bytes) {
        facts[key] = text
      }
    }
    self = facts
  }
}

extension JSONSlice {
  /// The texts of an array; nil for another kind of value, also in the array.
  func texts(in bytes: Span<UInt8>) -> [ByteString]? {
    guard kind == .array else { return nil }
    var texts: [ByteString] = []
    var isSound = true
    JSONScanner.array(bytes, in: self) { element in
      if let text = element.text(in: bytes) { texts.append(text) } else { isSound = false }
    }
    return isSound ? texts : nil
  }
}

extension JSONWriter {
  /// Adds an array of texts.
  package mutating func member(_ key: StaticString, _ texts: [ByteString]) {
    member(key) { json in
      json.array { json in
        for text in texts { json.value(text) }
      }
    }
  }
}
