import Procurement

/// A column of a table: what it is, and its value in a row.
///
/// Both are in one place, so that the schema cannot differ from the rows.
struct Column<Row>: Sendable {
  let field: DataField
  let cell: @Sendable (Row) -> Cell
}

/// The value of a column in a row.
enum Cell: Sendable {
  /// The value is missing.
  case none
  /// Text, which may come from users.
  case text(String)
  /// A word or code of calloff itself.
  case word(String)
  case integer(Int)
  case money(Money)
  case flag(Bool)
}

extension Column {
  /// A column of text that may come from users.
  static func text(
    _ name: String, _ description: String, isRequired: Bool = false,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> Column {
    Column(
      field: DataField(
        name: name, kind: .string, description: description, isRequired: isRequired)
    ) { row in value(row).map(Cell.text) ?? .none }
  }

  /// A column of some words.
  static func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ description: String, isRequired: Bool = false,
    _ value: @escaping @Sendable (Row) -> Word?
  ) -> Column {
    Column(
      field: DataField(
        name: name, kind: .string, description: description, isRequired: isRequired,
        choices: Word.allCases.map(\.rawValue))
    ) { row in value(row).map { .word($0.rawValue) } ?? .none }
  }

  /// A column of numbers that count.
  static func integer(
    _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> Int
  ) -> Column {
    Column(
      field: DataField(name: name, kind: .integer, description: description, isRequired: true)
    ) { .integer(value($0)) }
  }

  /// A column of amounts.
  static func money(
    _ name: String, _ description: String, isRequired: Bool = true,
    _ value: @escaping @Sendable (Row) -> Money?
  ) -> Column {
    Column(
      field: DataField(
        name: name, kind: .number, description: description, isRequired: isRequired)
    ) { row in value(row).map(Cell.money) ?? .none }
  }

  /// A column that says yes or no.
  static func flag(
    _ name: String, _ description: String, isRequired: Bool = false,
    _ value: @escaping @Sendable (Row) -> Bool?
  ) -> Column {
    Column(
      field: DataField(
        name: name, kind: .boolean, description: description, isRequired: isRequired)
    ) { row in value(row).map(Cell.flag) ?? .none }
  }

  /// A column of days.
  static func date(
    _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> CalendarDate?
  ) -> Column {
    Column(
      field: DataField(name: name, kind: .date, description: description, isRequired: false)
    ) { row in value(row).map { .word($0.description) } ?? .none }
  }

  /// The column of a financial year.
  static func year(_ value: @escaping @Sendable (Row) -> FinancialYear) -> Column {
    Column(
      field: DataField(
        name: "year", kind: .year,
        description: "The financial year, by the calendar year in which it starts: 2004 is April "
          + "2004 to March 2005.",
        isRequired: true)
    ) { .integer(value($0).start) }
  }

  /// The column of the number of the plan, in every table.
  static func plan(_ value: @escaping @Sendable (Row) -> Int) -> Column {
    .integer("plan", "The number of the plan in this package, from 1.", value)
  }

  /// The column of the id of a line.
  static func line(
    isRequired: Bool = true, _ value: @escaping @Sendable (Row) -> String?
  ) -> Column {
    .text(
      "line",
      isRequired ? "The id of the line." : "The id of the line; missing for one on the whole plan.",
      isRequired: isRequired, value)
  }

  /// The column of the kind of a cost.
  static func kind(_ value: @escaping @Sendable (Row) -> CostKind) -> Column {
    .word("kind", "The kind of cost.", isRequired: true) { value($0) }
  }
}
