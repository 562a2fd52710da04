import Procurement

/// A column of a spreadsheet of plan lines: a field, or the amounts of a kind in a year.
struct SpreadsheetColumn: Hashable, Sendable {
  let field: FormField

  /// All columns, in the order in which they are copied.
  static func all(years: [FinancialYear]) -> [SpreadsheetColumn] {
    let before: [LineField] = [
      .id, .service, .need, .route, .supplier, .funds, .group, .pacs,
    ]
    let after: [LineField] = [
      .spineConnected, .crsInteroperable, .description, .justification, .notes,
    ]
    let amounts = CostKind.allCases.flatMap { kind in years.map { FormField.amount($0, kind) } }
    return (before.map(FormField.value) + amounts + after.map(FormField.value))
      .map(SpreadsheetColumn.init)
  }

  /// What stands over it.
  var name: String {
    if case .value(let field) = field { return field == .id ? "line" : field.rawValue }
    return field.title
  }

  /// Whether words over a column mean this one: its name, its title on the screen, or for amounts
  /// year and kind the other way round.
  func isCalled(_ words: String) -> Bool {
    let words = words.folded
    switch field {
    case .value(let field):
      return [name, field.rawValue, field.title.lowercased()].contains(words)
        || words == "\(field.rawValue)s" || "\(words)s" == field.rawValue
    case .amount(let year, let kind):
      return words == "\(kind.rawValue) \(year)" || words == "\(year) \(kind.rawValue)"
    }
  }

  /// What a line has in the column.
  func text(of line: PlanLine) -> String { line.text(of: field) }
}
