/// A JSON value. Members of an object stay in the order in which they are written.
package enum JSON: Sendable {
  /// A key of an object with its value.
  package typealias Member = (key: String, value: JSON)

  case null
  case boolean(Bool)
  case integer(Int)
  /// Any other number, as its digits, so that money never becomes a binary fraction.
  case decimal(String)
  case text(String)
  case list([JSON])
  case object([Member])
  /// A list whose items are made only when they are written, so that a report of ten thousand lines
  /// is never in memory as values.
  case made(_ items: @Sendable ((JSON) -> Void) -> Void)

  /// The text, or null if it is nil.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

  /// A list of texts.
  package static func texts(_ texts: [String]) -> JSON { .list(texts.map(JSON.text)) }

  /// Whether this is null.
  package var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// An object of these keys, in this order.
  package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
}

extension JSON: ExpressibleByArrayLiteral {
  /// A list of these values.
  package init(arrayLiteral elements: JSON...) { self = .list(elements) }
}

extension JSON: ExpressibleByStringLiteral {
  /// A text.
  package init(stringLiteral value: String) { self = .text(value) }
}

extension JSON: ExpressibleByIntegerLiteral {
  /// A number.
  package init(integerLiteral value: Int) { self = .integer(value) }
}
