package import ByteText

/// A JSON value as a reader finds it, keys in the order they stand in.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(ByteString)
  case array([JSON])
  case object([Member])

  /// A key and its value.
  package struct Member: Hashable, Sendable {
    package let key: ByteString
    package let value: JSON
  }

  /// The value of a key, or nil: for another kind of value too.
  package subscript(key: ByteString) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The keys of an object in their order; none for another kind of value.
  package var keys: [ByteString] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }

  /// The elements of an array; none for another kind of value.
  package var elements: [JSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  package var text: ByteString? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var double: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  package var int: Int? {
    double.flatMap { Int(exactly: $0) }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  package init(stringLiteral text: String) { self = .string(ByteString(text)) }
  package init(integerLiteral number: Int) { self = .number(Double(number)) }
  package init(floatLiteral number: Double) { self = .number(number) }
  package init(booleanLiteral truth: Bool) { self = .bool(truth) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}
