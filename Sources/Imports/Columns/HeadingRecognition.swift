import Procurement
import Spreadsheets
import Text

/// Finds the row of a table that names its columns, and what they are.
struct HeadingRecognition {
  private let table: SheetTable
  private let number: Int
  private let choices: [ColumnChoice]

  /// How many rows are looked at; titles above the headings are fewer.
  private static let searched = 40

  init(_ table: SheetTable, number: Int, choosing choices: [ColumnChoice]) {
    self.table = table
    self.number = number
    self.choices = choices
  }

  /// The mapping of the table; nil where no row names columns.
  var mapping: SheetMapping? {
    let named = PlanSheet.allCases.first { $0.rawValue.folded == table.name.folded }
    if let named, let found = best(on: named) { return found.mapping }
    let found = PlanSheet.allCases.compactMap(best)
    return found.max { $0.score < $1.score }?.mapping
  }

  /// The best row for a kind of sheet, the first of equal ones.
  private func best(on kind: PlanSheet) -> (mapping: SheetMapping, score: Int)? {
    var best: (mapping: SheetMapping, score: Int)?
    for place in table.rows.indices.prefix(HeadingRecognition.searched) {
      let row = HeadingRow(table, number, at: place, as: kind, choosing: choices)
      guard row.names(kind, isFirst: place == 0), row.score > best?.score ?? 0 else { continue }
      best = (row.mapping, row.score)
    }
    return best
  }
}

/// A row taken for the one that names columns.
private struct HeadingRow {
  private let table: SheetTable
  private let number: Int
  private let kind: PlanSheet
  private let row: SheetRow
  /// The row above, whose years or kinds may be merged over several columns.
  private let above: SheetRow?
  /// The row below, where it goes on with years or kinds.
  private let below: SheetRow?
  private let firstRow: Int
  private let choices: [ColumnChoice]
  private var meanings: [Int: (meaning: HeadingMeaning, remark: String?)] = [:]

  init(
    _ table: SheetTable, _ number: Int, at place: Int, as kind: PlanSheet,
    choosing choices: [ColumnChoice]
  ) {
    (self.table, self.number, self.kind, self.choices) = (table, number, kind, choices)
    row = table.rows[place]
    let isNext = { (other: Int, step: Int) -> SheetRow? in
      guard table.rows.indices.contains(other),
        table.rows[other].number == table.rows[place].number + step
      else { return nil }
      return table.rows[other]
    }
    above = isNext(place - 1, -1)
    below = isNext(place + 1, 1).flatMap { HeadingRow.isAmounts($0, on: kind) ? $0 : nil }
    firstRow = place + (below == nil ? 1 : 2)
    for column in 0..<max(row.cells.count, below?.cells.count ?? 0) {
      meanings[column] = meaning(of: column)
    }
  }

  /// Whether all cells of a row are years or kinds of amounts.
  private static func isAmounts(_ row: SheetRow, on kind: PlanSheet) -> Bool {
    let cells = row.cells.filter { !$0.isBlank }
    return kind == .lines
      && cells.allSatisfy { cell in
        guard case .amount(let column)? = amount(of: cell)?.meaning.field else { return false }
        return column.year != nil || column.kind != nil
      }
  }

  // MARK: Columns

  private func meaning(of column: Int) -> (meaning: HeadingMeaning, remark: String?)? {
    let cell = column < row.cells.count ? row.cells[column] : .blank
    let lower = below.flatMap { column < $0.cells.count ? $0.cells[column] : nil } ?? .blank
    if let field = choice(for: column) { return (HeadingMeaning(field, .name), nil) }
    if !lower.isBlank {
      return HeadingRow.amount(of: lower).map { completed($0, by: row, column) }
    }
    guard !cell.isBlank else { return nil }
    if case .text(let text) = cell, let meaning = HeadingMeaning(text, on: kind) {
      return above.map { completed((meaning, nil), by: $0, column) } ?? (meaning, nil)
    }
    guard kind == .lines || kind == .funds, let amount = HeadingRow.amount(of: cell) else {
      return nil
    }
    return above.map { completed(amount, by: $0, column) } ?? amount
  }

  /// The field that the user has chosen for a column; nil where there is none.
  private func choice(for column: Int) -> ColumnField? {
    let cell = column < row.cells.count ? row.cells[column] : .blank
    let letters = CellReference.letters(column)
    for choice in choices where choice.isFor(cell.shown, letters, on: table.name) {
      guard let field = choice.field(on: kind) else { continue }
      return choice.saysUnit
        ? field : field.counted(in: AmountHeading.unit(in: heading(of: column)))
    }
    return nil
  }

  /// Whether the heading of a column, or what the user has chosen for it, says its unit.
  private func saysUnit(_ column: Int) -> Bool {
    let cell = column < row.cells.count ? row.cells[column] : .blank
    let letters = CellReference.letters(column)
    return AmountHeading.saysUnit(heading(of: column))
      || choices.contains { $0.saysUnit && $0.isFor(cell.shown, letters, on: table.name) }
  }

  /// What a cell means as a heading of amounts, also where a spreadsheet has made a date of it.
  private static func amount(of cell: SheetCell) -> (meaning: HeadingMeaning, remark: String?)? {
    if case .text(let text) = cell, let heading = AmountHeading(text) {
      let rank = heading.isSum ? HeadingMeaning.Rank.sum : .name
      return (HeadingMeaning(.amount(heading.column), rank), nil)
    }
    var wasDate = false
    guard let year = FinancialYear(cell: cell, wasDate: &wasDate) else { return nil }
    let remark = wasDate ? "\(cell.shown) is read as \(year)" : nil
    return (HeadingMeaning(.amount(AmountColumn(year: year)), .name), remark)
  }

  /// The meaning of a heading of amounts with the year or kind that is above it, or to the left above
  /// it where cells are merged.
  private func completed(
    _ found: (meaning: HeadingMeaning, remark: String?), by row: SheetRow, _ column: Int
  ) -> (meaning: HeadingMeaning, remark: String?) {
    guard case .amount(var amounts) = found.meaning.field,
      amounts.year == nil || amounts.kind == nil,
      let cell = row.cells.prefix(column + 1).last(where: { !$0.isBlank }),
      let other = HeadingRow.amount(of: cell), case .amount(let more) = other.meaning.field
    else { return found }
    amounts.year = amounts.year ?? more.year
    amounts.kind = amounts.kind ?? more.kind
    if amounts.unit == .pounds { amounts.unit = more.unit }
    return (
      HeadingMeaning(.amount(amounts), found.meaning.rank), found.remark ?? other.remark
    )
  }

  // MARK: The row as a whole

  private var fields: Set<ColumnField> { Set(meanings.values.map(\.meaning.field)) }

  /// How many columns it names, where a name counts twice as much as another word for it.
  var score: Int {
    var best: [ColumnField: Int] = [:]
    for (meaning, _) in meanings.values where meaning.field != .ignored {
      best[meaning.field] = max(best[meaning.field] ?? 0, meaning.rank == .name ? 2 : 1)
    }
    return best.values.reduce(0, +)
  }

  /// Whether it names the columns that a kind of sheet needs.
  func names(_ kind: PlanSheet, isFirst: Bool) -> Bool {
    let fields = fields
    let hasYears = fields.contains { field in
      if case .amount(let column) = field { column.year != nil } else { field == .year }
    }
    switch kind {
    case .plan: return fields.isSuperset(of: [.detail, .value])
    case .lines:
      let isAlone = fields.count == 1
      if fields.contains(.line(.service)) { return !isAlone || isFirst && score == 2 }
      return fields.contains(.line(.id)) && !isAlone
        && (hasYears
          || fields.contains { if case .line(let field) = $0 { field != .id } else { false } })
    case .funds:
      let isNamed = fields.contains(.fund(.id)) || fields.contains(.fund(.name))
      return isNamed && (fields.contains(.fund(.pays)) || hasYears)
    case .groups:
      let isNamed = fields.contains(.group(.id)) || fields.contains(.group(.name))
      return isNamed && (fields.contains(.group(.facility)) || fields.contains(.group(.members)))
    case .waivers: return fields.isSuperset(of: [.waiver(.code), .waiver(.reason)])
    }
  }

  var mapping: SheetMapping {
    let named = Set(
      meanings.values.filter { $0.meaning.rank == .name }.map(\.meaning.field))
    let amounts = named.compactMap { if case .amount(let column) = $0 { column } else { nil } }
    let hasAmounts = meanings.values.contains {
      if case .amount = $0.meaning.field { true } else { false }
    }
    let last = meanings.keys.max() ?? 0
    let columns = (0...max(last, row.cells.count - 1)).map { column in
      let found = meanings[column]
      var field = found?.meaning.field ?? .ignored
      switch found?.meaning.rank {
      case .synonym where named.contains(field): field = .ignored
      case .sum where field.isSum(of: amounts): field = .ignored
      default: break
      }
      let heading = heading(of: column)
      return MappedColumn(
        place: ColumnPlace(table: number, column: column), heading: heading,
        field: field, remark: found?.remark,
        mayBeAmounts: found == nil && !HeadingMeaning.isDerived(heading)
          && (AmountHeading.isSuggested(by: heading)
            || !hasAmounts && AmountHeading.saysAmount(heading)),
        saysUnit: saysUnit(column))
    }
    return SheetMapping(
      sheet: table.name, kind: kind, headingRow: row.number, columns: columns, table: number,
      firstRow: firstRow)
  }

  private func heading(of column: Int) -> String {
    let words = [row, below].compactMap { row in
      row.flatMap { column < $0.cells.count ? $0.cells[column].shown.nonEmpty : nil }
    }
    return words.isEmpty ? "column \(column + 1)" : words.joined(separator: " ")
  }
}

extension ColumnField {
  /// Whether a column that is called a sum can be one of some columns of amounts: `Total capital
  /// 2004-05` is no sum of columns of revenue.
  fileprivate func isSum(of columns: [AmountColumn]) -> Bool {
    guard case .amount(let sum) = self, sum.year != nil, sum.kind != nil else {
      return !columns.isEmpty
    }
    return columns.contains { column in
      (column.year == nil || column.year == sum.year)
        && (column.kind == nil || column.kind == sum.kind)
    }
  }
}

extension HeadingMeaning {
  init(_ field: ColumnField, _ rank: Rank) {
    (self.field, self.rank) = (field, rank)
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
