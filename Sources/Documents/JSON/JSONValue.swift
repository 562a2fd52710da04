/// A JSON document as a value, its keys in the order in which they are written.
///
/// Reports have money as text; documents have it as numbers, so that people can edit them.
package enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number with a fraction, in the digits given.
  case decimal(String)
  case text(String)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])
  /// A list whose items are made only when they are written: a report of ten thousand lines is
  /// never all in memory as values.
  case made(_ items: @Sendable ((JSONValue) -> Void) -> Void)

  /// The text, or null where there is none.
  package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

  /// A list of texts.
  package static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// An object of these keys, in this order.
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// A list of these values.
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// A text.
  package init(stringLiteral value: String) { self = .text(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// A number.
  package init(integerLiteral value: Int) { self = .integer(value) }
}
