/// The value of one column of a row.
package enum Value {
  case null
  case integer(Int64)
  case text(String)

  /// A number.
  package static func number(_ number: Int) -> Value { .integer(Int64(number)) }

  /// A text, or NULL.
  package static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }

  /// A flag, or NULL.
  package static func optional(_ flag: Bool?) -> Value {
    flag.map { .integer($0 ? 1 : 0) } ?? .null
  }
}
