internal import ByteText

/// The recurring forms of a Croissant description.
extension JSONWriter {
  mutating func list(_ words: ByteString...) {
    array { json in
      for word in words { json.value(word) }
    }
  }

  /// Adds the members that a record set begins with.
  mutating func recordSet(_ name: ByteString, key: ByteString, type: ByteString?) {
    member("@type", "cr:RecordSet")
    member("@id", name)
    member("name", name)
    if let type { member("dataType", type) }
    member("key") { json in json.object { $0.member("@id", key) } }
  }

  /// Writes a field whose values stand in the record set's own data.
  mutating func textField(_ identifier: ByteString, _ name: ByteString, _ type: ByteString) {
    object { json in
      json.fieldHead(identifier, name)
      json.member("dataType", type)
    }
  }

  /// Writes a field of the files of the archive: their paths, or what an expression takes out of
  /// these, or their content.
  mutating func fileField(
    _ identifier: ByteString, _ name: ByteString, _ types: [ByteString], from property: ByteString,
    regex: ByteString? = nil
  ) {
    object { json in
      json.fieldHead(identifier, name)
      json.member("dataType") { json in
        guard types.count > 1 else { return json.value(types[0]) }
        json.array { json in
          for type in types { json.value(type) }
        }
      }
      json.member("source") { json in
        json.object { json in
          json.member("fileSet") { json in json.object { $0.member("@id", "image-files") } }
          json.member("extract") { json in json.object { $0.member("fileProperty", property) } }
          guard let regex else { return }
          json.member("transform") { json in json.object { $0.member("regex", regex) } }
        }
      }
    }
  }

  private mutating func fieldHead(_ identifier: ByteString, _ name: ByteString) {
    member("@type", "cr:Field")
    member("@id", identifier)
    member("name", name)
  }
}
