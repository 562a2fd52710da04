public import Procurement

/// What the cells of a column are read as.
public enum ColumnField: Hashable, Sendable {
  /// They are not read.
  case ignored
  case line(LineField)
  case amount(AmountColumn)
  /// The year, or the kind, of the other amounts of a row.
  case year, kind
  /// The trust of a row, and its region.
  case trust, region
  case fund(FundColumn)
  case group(GroupColumn)
  case waiver(WaiverColumn)
  /// The name of a detail of the plan, and its value.
  case detail, value
}

/// A column of amounts.
public struct AmountColumn: Hashable, Sendable {
  /// The year; nil where another column has it.
  public var year: FinancialYear?
  /// The kind; nil where another column has it, and for a fund.
  public var kind: CostKind?
  /// What the numbers are multiplied by.
  public var unit: AmountUnit

  /// A column of amounts.
  public init(year: FinancialYear? = nil, kind: CostKind? = nil, unit: AmountUnit = .pounds) {
    self.year = year
    self.kind = kind
    self.unit = unit
  }

  var name: String {
    let words = [kind?.rawValue, year?.description].compactMap(\.self)
    return (words.isEmpty ? "amount" : words.joined(separator: " ")) + unit.suffix
  }
}

extension AmountUnit {
  /// What follows the name of a column in the unit.
  fileprivate var suffix: String {
    switch self {
    case .pounds: ""
    case .thousands: " (£000)"
    case .millions: " (£m)"
    }
  }
}

extension ColumnField {
  /// The same in a unit, if it is a column of amounts in pounds.
  func counted(in unit: AmountUnit) -> ColumnField {
    guard case .amount(var column) = self, column.unit == .pounds else { return self }
    column.unit = unit
    return .amount(column)
  }

  /// Whether it is a column of thousands or millions.
  var isCountedInMore: Bool {
    if case .amount(let column) = self { column.unit != .pounds } else { false }
  }

  /// What it is called, on screens and in `--map`.
  public var name: String {
    switch self {
    case .ignored: "ignored"
    case .line(let field): field == .id ? "line" : field.rawValue
    case .amount(let column): column.name
    case .year: "year"
    case .kind: "kind"
    case .trust: "trust"
    case .region: "region"
    case .fund(let column): column.rawValue.lowercased()
    case .group(let column): column.rawValue.lowercased()
    case .waiver(let column): column.rawValue.lowercased()
    case .detail: "field"
    case .value: "value"
    }
  }

  /// What messages call it: as the form of a line does.
  public var title: String {
    if case .line(let field) = self { return field == .id ? "line" : field.title }
    return name
  }

  /// What the columns of a sheet can be taken for; amounts of the years of a plan.
  public static func choices(for sheet: PlanSheet, years: [FinancialYear]) -> [ColumnField] {
    switch sheet {
    case .plan: [.detail, .value, .ignored]
    case .lines:
      LineField.inSheets.map(ColumnField.line)
        + years.flatMap { year in
          CostKind.allCases.map { .amount(AmountColumn(year: year, kind: $0)) }
        }
        + [.year, .kind] + [.amount(AmountColumn())]
        + CostKind.allCases.map { .amount(AmountColumn(kind: $0)) }
        + years.map { .amount(AmountColumn(year: $0)) }
        + [.trust, .region, .ignored]
    case .funds:
      FundColumn.allCases.map(ColumnField.fund)
        + years.map { .amount(AmountColumn(year: $0)) } + [.year, .amount(AmountColumn())]
        + [.ignored]
    case .groups: GroupColumn.allCases.map(ColumnField.group) + [.ignored]
    case .waivers: WaiverColumn.allCases.map(ColumnField.waiver) + [.ignored]
    }
  }
}
