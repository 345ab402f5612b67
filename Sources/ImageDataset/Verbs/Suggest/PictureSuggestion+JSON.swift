package import ByteText

extension PictureSuggestion {
  /// Adds the keys of a `suggestion` line, in the contract's order.
  package func write(to json: inout JSONWriter) {
    json.member("source", bytes: source)
    json.member("time", time.text)
    json.member("by", by)
    json.member("classes") { json in
      json.array { json in
        for suggested in classes { suggested.write(to: &json) }
      }
    }
  }
}

extension SuggestedClass {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("class", bytes: className)
      json.member("score", score, digits: 4)
      json.member("description") { json in
        json.object { json in
          for fact in facts.facts { json.member(named: fact.key) { $0.value(fact.value) } }
        }
      }
      if let reference {
        json.member("reference", bytes: reference)
      } else {
        json.member("reference") { $0.null() }
      }
    }
  }
}
