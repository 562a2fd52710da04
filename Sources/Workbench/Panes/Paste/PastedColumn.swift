import Procurement
import Text

/// What a column of pasted rows is taken for.
enum PastedColumn: Sendable {
  case known(SpreadsheetColumn)
  /// Amounts of a year that the plan does not have.
  case missingYear(FinancialYear, name: String)
  /// Anything else, which no line has a place for.
  case unknown(name: String)

  /// What words over a column mean, among the columns of a plan.
  init(called words: String, among known: [SpreadsheetColumn]) {
    if let column = known.first(where: { $0.isCalled(words) }) {
      self = .known(column)
    } else if let column = SpreadsheetColumn(amountsCalled: words),
      case .amount(let year, _) = column.field
    {
      self = .missingYear(year, name: column.name)
    } else {
      self = .unknown(name: VisibleText.clipped(words.trimmed, to: PastedColumn.shown))
    }
  }

  /// A column without a name; `place` is counted from 0.
  static func unnamed(at place: Int) -> PastedColumn { .unknown(name: "column \(place + 1)") }

  /// The columns that a name may take on the screen.
  private static let shown = 24

  var name: String {
    switch self {
    case .known(let column): column.name
    case .missingYear(_, let name), .unknown(let name): name
    }
  }

  /// Whether lines have it.
  var isKnown: Bool { if case .known = self { true } else { false } }

  /// Whether it is for a field.
  func isFor(_ field: LineField) -> Bool {
    if case .known(let column) = self { column.field == .value(field) } else { false }
  }
}
