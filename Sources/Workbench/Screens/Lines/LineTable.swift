import Procurement
import Validation

/// What the user wants to see of the lines.
struct LineColumnChoice: Hashable, Sendable {
  /// The columns that the user chose; nil for the usual ones.
  var columns: [LineColumn]?
  /// The kind of cost whose years are shown before anything else; nil where the width decides.
  var years: CostKind?
  /// The cell that is focused.
  var cell: ShownColumn?
}

/// The columns of the list of lines that fit into a width, from left to right with one blank between
/// them. Services get what the others leave.
struct LineTable {
  struct Column {
    let shown: ShownColumn
    let start: Int
    let width: Int
  }

  let columns: [Column]

  /// Where the first column begins.
  static let first = 3
  /// The least for services that tells them apart, and where there is room for more columns.
  private static let leastService = 8
  private static let usualService = 18
  /// The columns that give way where there is little room, the first one first.
  private static let giving: [LineColumn] = [
    .need, .supply, .revenue, .capital, .findings, .line, .supplier, .route, .unfunded, .cost,
  ]

  init(_ assessment: Assessment, width: Int, _ choice: LineColumnChoice = LineColumnChoice()) {
    let sum = assessment.totals.all
    let years = assessment.plan.header.years
    let names = LineTable.names(choice, for: width)
    let least =
      choice.columns == nil && width >= 76 ? LineTable.usualService : LineTable.leastService
    func fixed(_ names: [LineColumn], years: Int) -> Int {
      names.reduce(LineTable.first - 1) { fixed, name in
        let width = LineTable.width(of: name, on: width, sum) + 1
        return fixed + width * (name.kind == nil ? 1 : years)
      }
    }
    let kept = choice.years.map { LineColumn($0) }
    var fitting = names
    for name in LineTable.giving where name != kept {
      if fixed(fitting, years: years.count) + least <= width { break }
      fitting.removeAll { $0 == name }
    }
    // Of years that do not fit, those around the focused one stay.
    var shown = years.count
    while shown > 1, fixed(fitting, years: shown) + LineTable.leastService > width {
      shown -= 1
    }
    let focused = choice.cell?.year.flatMap { years.firstIndex(of: $0) } ?? 0
    let start = max(0, min(focused - shown / 2, years.count - shown))
    let shownYears = Array(years[start..<start + shown])
    let spare = max(1, width - fixed(fitting, years: shown))
    columns = LineTable.placed(fitting, shownYears) { name in
      name == .service ? spare : LineTable.width(of: name, on: width, sum)
    }
  }

  private static func placed(
    _ names: [LineColumn], _ years: [FinancialYear], width: (LineColumn) -> Int
  ) -> [Column] {
    var columns: [Column] = []
    var start = LineTable.first
    for name in names {
      let parts =
        name.kind == nil
        ? [ShownColumn(column: name)] : years.map { ShownColumn(column: name, year: $0) }
      for part in parts {
        columns.append(Column(shown: part, start: start, width: width(name)))
        start += width(name) + 1
      }
    }
    return columns
  }

  // MARK: Which columns

  /// The columns that are wanted on a screen of so many columns; there is always the service.
  private static func names(_ choice: LineColumnChoice, for width: Int) -> [LineColumn] {
    var names = choice.columns ?? usual(for: width)
    if !names.contains(.service) { names.insert(.service, at: 0) }
    guard let kind = choice.years else { return names }
    let place = names.firstIndex { $0.kind != nil || $0 == .cost } ?? names.endIndex
    names.insert(LineColumn(kind), at: place)
    let kept = names[place]
    return names.enumerated().filter { $0.offset == place || $0.element.kind == nil }
      .map { $0.offset == place ? kept : $0.element }
  }

  /// The columns of a user who has not chosen any.
  static func usual(for width: Int) -> [LineColumn] {
    switch width {
    case ..<76: [.service, .cost, .unfunded]
    case ..<100: [.service, .route, .supplier, .cost, .unfunded]
    case ..<150:
      [.line, .service, .route, .supplier, .capital, .cost, .unfunded, .findings]
    default: LineColumn.allCases
    }
  }

  /// How wide a column is; amounts get as much as the sum of all lines needs, so that each has all
  /// of its digits, however far one scrolls.
  private static func width(
    of column: LineColumn, on screen: Int, _ sum: Split
  ) -> Int {
    switch column {
    case .service: 0
    case .line, .need: 6
    case .route: 9
    case .supplier: 10 + min(10, max(0, screen - 140) / 2)
    case .supply: 13
    case .findings: 14 + min(21, max(0, screen - 120) / 4)
    // A rounded amount has a sign before it.
    case .capital, .revenue: max(10, MoneyPrecision.pounds.text(sum.cost).utf8.count + 1)
    case .cost: max(12, sum.cost.grouped.utf8.count)
    case .unfunded: max(12, sum.unfunded.grouped.utf8.count)
    }
  }

  // MARK: Cells

  /// The columns as they are shown.
  var shown: [ShownColumn] { columns.map(\.shown) }

  /// The column at a place of the screen; nil where none is.
  func column(at place: Int) -> ShownColumn? {
    columns.first { ($0.start..<$0.start + $0.width).contains(place) }?.shown
  }

  /// The column so many to the right of another, or nil before the first one and behind the last.
  func column(_ distance: Int, from cell: ShownColumn) -> ShownColumn? {
    guard let place = shown.firstIndex(of: cell), columns.indices.contains(place + distance) else {
      return nil
    }
    return columns[place + distance].shown
  }
}
