/// What stands in one column of one row.
enum Value {
  case null
  case integer(Int64)
  case text(String)

  /// A number.
  static func number(_ number: Int) -> Value { .integer(Int64(number)) }

  /// A text, or nothing.
  static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }

  /// Yes or no, or nothing.
  static func optional(_ flag: Bool?) -> Value { flag.map { .integer($0 ? 1 : 0) } ?? .null }
}
