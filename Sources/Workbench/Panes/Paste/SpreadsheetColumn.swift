import Procurement
import Text

/// A column of a spreadsheet of plan lines: a field, or the amounts of a kind in a year.
struct SpreadsheetColumn: Hashable, Sendable {
  let field: FormField

  init(field: FormField) { self.field = field }

  /// All columns, in the order in which they are copied.
  static func all(years: [FinancialYear]) -> [SpreadsheetColumn] {
    let before: [LineField] = [
      .id, .service, .need, .route, .supplier, .funds, .group, .pacs,
    ]
    let after: [LineField] = [
      .spineConnected, .crsInteroperable, .description, .justification, .notes, .alternatives,
    ]
    let amounts = CostKind.allCases.flatMap { kind in years.map { FormField.amount($0, kind) } }
    return (before.map(FormField.value) + amounts + after.map(FormField.value))
      .map(SpreadsheetColumn.init(field:))
  }

  /// The heading of the column.
  var name: String {
    if case .value(let field) = field { return field == .id ? "line" : field.rawValue }
    return field.title
  }

  /// Whether words over a column mean this one: its name, its title on the screen, or for amounts
  /// kind and year in either order.
  func isCalled(_ words: String) -> Bool {
    switch field {
    case .value(let field):
      let words = words.folded
      return [name, field.rawValue, field.title.lowercased()].contains(words)
        || words == "\(field.rawValue)s" || "\(words)s" == field.rawValue
    case .amount, .alternative: return SpreadsheetColumn(amountsCalled: words) == self
    }
  }

  /// The column of amounts that words mean, whether or not the plan has the year; nil where they mean
  /// none.
  init?(amountsCalled words: String) {
    let words = words.folded.split(separator: " ").map(String.init)
    guard words.count == 2,
      let kind = words.lazy.compactMap(CostKind.init(rawValue:)).first,
      let year = words.lazy.compactMap(FinancialYear.init(spelling:)).first
    else { return nil }
    field = .amount(year, kind)
  }

  /// What a line has in the column.
  func text(of line: PlanLine) -> String { line.text(of: field) }
}

extension FinancialYear {
  /// Reads a year as people write it over columns: `2004-05`, `2004/05`, or with a dash.
  fileprivate init?(spelling text: String) {
    self.init(String(text.map { "/\u{2010}\u{2011}–".contains($0) ? "-" : $0 }))
  }
}
