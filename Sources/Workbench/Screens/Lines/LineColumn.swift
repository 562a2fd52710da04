import Procurement

/// The columns of the list of lines, in their usual order. Those of a kind of cost have a column for
/// each of the plan's years.
enum LineColumn: String, CaseIterable, Sendable {
  case line, service, need, route, supplier, capital, revenue, cost, supply, unfunded, findings

  /// The kind of cost whose amounts it shows year by year; nil for any other column.
  var kind: CostKind? {
    switch self {
    case .capital: .capital
    case .revenue: .revenue
    default: nil
    }
  }

  /// Whether it shows an amount, which is written to the right.
  var isAmount: Bool { self == .cost || self == .unfunded || kind != nil }

  /// Whether its greatest are what one looks for, so that sorting begins with them.
  var isGreatestFirst: Bool { isAmount || self == .findings }

  /// The column of a kind of cost.
  init(_ kind: CostKind) { self = kind == .capital ? .capital : .revenue }
}

/// A column on the screen, with its year where it shows amounts of one.
struct ShownColumn: Hashable, Sendable {
  let column: LineColumn
  var year: FinancialYear?

  /// The name over the column: `supplier`, `cap 04-05`.
  var name: String {
    guard let year, let kind = column.kind else { return column.rawValue }
    return "\(kind.rawValue.prefix(3)) \(year.description.dropFirst(2))"
  }

  /// The field of a line that it shows and that can be changed there; nil where the rules work it
  /// out.
  var field: FormField? {
    if let year, let kind = column.kind { return .amount(year, kind) }
    return switch column {
    case .line: .value(.id)
    case .service: .value(.service)
    case .need: .value(.need)
    case .route: .value(.route)
    case .supplier: .value(.supplier)
    case .capital, .revenue, .cost, .supply, .unfunded, .findings: nil
    }
  }

  /// Whether amounts are typed into it.
  var isTyped: Bool { year != nil }
}
