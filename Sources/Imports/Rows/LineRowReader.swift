import Procurement
import Spreadsheets
import Text

/// Reads the rows of a sheet of lines.
struct LineRowReader {
  private let rows: DataRows
  private let reader: LineValueReader
  /// What the rows say, a line each, in their order.
  private(set) var drafts: [LineDraft] = []
  /// Columns that hold something and are not read.
  private(set) var leftOut: Set<ColumnPlace> = []
  /// The numbers of rows that only head the rows below them, or explain others.
  private(set) var sections: [Int] = []
  /// What was read in another way than it is written.
  private(set) var remarks: [String] = []
  /// The cells whose text was cut when it was written.
  private var cutTexts: [String] = []
  /// The cells with a name that differs from the id beside it, which alone is read.
  private var otherNames: [LineField: [String]] = [:]
  /// The columns that name what another column has as an id.
  private let names: [Int: LineField]
  /// The places among drafts by id.
  private var places: [String: Int] = [:]
  /// The places of the last draft with the same values, to find rows that go with it.
  private var similar: [[LineField: [LineValue]]: Int] = [:]

  init(_ rows: DataRows, _ reader: LineValueReader) {
    self.rows = rows
    self.reader = reader
    names = rows.mapping.nameColumns
    // A list of services alone is no list of headings.
    let mayHaveSections = rows.rows.contains { rows.cells(of: $0).count > 1 }
    for row in rows.rows {
      let draft = draft(of: row)
      if mayHaveSections, isSection(row, draft) {
        sections.append(row.number)
      } else {
        noteNames(in: row, of: draft)
        add(draft)
      }
    }
    if !cutTexts.isEmpty {
      remarks.append(
        "the text in \(DataRows.listed(cutTexts)) is cut, as cells cannot have more; a longer one "
          + "of the plan is kept")
    }
    for (field, cells) in otherNames.sorted(by: { $0.key.heading < $1.key.heading }) {
      remarks.append(
        "the name in \(DataRows.listed(cells)) is not read; change the column `\(field.heading)`")
    }
  }

  private var mapping: SheetMapping { rows.mapping }

  // MARK: Lines

  /// Whether a row of a table with headings holds one text that heads or explains others: it is no
  /// service that is listed, no id and no amount.
  private func isSection(_ row: SheetRow, _ draft: LineDraft) -> Bool {
    let cells = rows.cells(of: row)
    guard mapping.headingRow != nil, cells.count == 1, case .text(let text) = cells[0].cell else {
      return false
    }
    switch cells[0].column.field {
    case .line(.service): return draft.unlistedService != nil
    case .line(.id): return text.contains(" ") || !text.contains(where: \.isNumber)
    case .amount, .year, .kind: return false
    case .ignored:
      return !cells[0].column.mayBeAmounts
        && !(mapping.hasCommas && cells[0].column.place.column >= mapping.columns.count)
    default: return true
    }
  }

  private mutating func add(_ draft: LineDraft) {
    if let place = placeOfSame(draft) {
      drafts[place].merge(draft)
      return
    }
    var draft = draft
    if let id = draft.id {
      if let place = places[id] {
        draft.faults.append(
          CellFault(
            cell: draft.cell, column: "line",
            words: "row \(drafts[place].cell.row) has the id `\(id)` too; change one of them"))
      } else {
        places[id] = drafts.count
      }
    }
    if mapping.isLong, draft.id == nil { similar[draft.values] = drafts.count }
    drafts.append(draft)
  }

  /// The place of the line that the rows of a long table have already said.
  private func placeOfSame(_ draft: LineDraft) -> Int? {
    guard mapping.isLong else { return nil }
    if let id = draft.id { return places[id] }
    // Cells of the same line that are merged have a value in the first row only.
    if let last = drafts.last, last.covers(draft) { return drafts.count - 1 }
    guard let place = similar[draft.values], drafts[place].goes(with: draft) else { return nil }
    return place
  }

  /// Notes names that a user has changed in a report beside the id.
  private mutating func noteNames(in row: SheetRow, of draft: LineDraft) {
    guard mapping.isReport else { return }
    for (place, field) in names where place < row.cells.count && !row.cells[place].isBlank {
      let known = draft.values[field].map { $0.compactMap(reader.name(of:)).first ?? "" } ?? ""
      if row.cells[place].shown.plainWords != known.plainWords {
        otherNames[field, default: []].append(rows.cell(row, place).position)
      }
    }
  }

  // MARK: Cells

  private mutating func draft(of row: SheetRow) -> LineDraft {
    let first = row.cells.firstIndex { !$0.isBlank } ?? 0
    var draft = LineDraft(cell: rows.cell(row, first), text: DataRows.text(of: row))
    let slot = slot(of: row, &draft)
    for (column, cell) in rows.cells(of: row) {
      let place = rows.cell(row, column.place.column)
      do throws(ValueFault) {
        try read(cell, of: column, in: row, slot, into: &draft)
      } catch {
        draft.faults.append(
          CellFault(
            cell: place, column: column.field == .ignored ? column.heading : column.field.title,
            words: error.words))
      }
    }
    noteBlanks(in: row, of: &draft)
    return draft
  }

  private mutating func read(
    _ cell: SheetCell, of column: MappedColumn, in row: SheetRow,
    _ slot: (year: FinancialYear?, kind: CostKind?), into draft: inout LineDraft
  ) throws(ValueFault) {
    let place = rows.cell(row, column.place.column)
    switch column.field {
    case .line(let field): try read(cell, for: field, at: place, in: row, into: &draft)
    case .amount(let amounts):
      guard let money = try cell.money(in: amounts.unit) else { return }
      try mapping.checkUnit(column, amounts, money)
      try put(money, amounts, slot, at: place, into: &draft)
    case .trust: draft.trust = (try cell.text(takesDates: false), place)
    case .region: draft.region = (try cell.text(takesDates: false), place)
    // They are read before the amounts.
    case .year, .kind: break
    case .ignored, .fund, .group, .waiver, .detail, .value:
      leftOut.insert(column.place)
      try mapping.checkUnread(column, cell)
    }
  }

  private mutating func read(
    _ cell: SheetCell, for field: LineField, at place: CellReference, in row: SheetRow,
    into draft: inout LineDraft
  ) throws(ValueFault) {
    let isFree = [.description, .justification, .notes].contains(field)
    let text = isFree ? try cell.words() : try cell.text(takesDates: false)
    if isFree, text.cutText != nil { cutTexts.append(place.position) }
    let values =
      field == .service && isUnknown(text, in: row)
      ? [.service(try CodeKind.id.read(text, called: "service"))]
      : try reader.values(of: text, for: field)
    if case .id(let id)? = values.first {
      guard draft.id == nil || draft.id == id else { throw .twoColumns }
      draft.id = id
    } else if let old = draft.values[field] {
      guard reader.areSame(old, values) else { throw .twoColumns }
    } else {
      draft.values[field] = values
    }
  }

  /// Whether a service is an id that the programme does not have, which a report repeats where the
  /// names of others are.
  private func isUnknown(_ service: String, in row: SheetRow) -> Bool {
    guard let names = names.first(where: { $0.value == .service })?.key, names < row.cells.count
    else { return false }
    return row.cells[names].shown == service && !reader.hasService(service)
  }

  private func put(
    _ money: Money, _ column: AmountColumn, _ slot: (year: FinancialYear?, kind: CostKind?),
    at place: CellReference, into draft: inout LineDraft
  ) throws(ValueFault) {
    guard let year = column.year ?? slot.year, let kind = column.kind ?? slot.kind else {
      if money == .zero
        || draft.faults.contains(where: { $0.column == "year" || $0.column == "kind" })
      {
        return
      }
      throw ValueFault(words: missing(column, slot))
    }
    let key = LineDraft.Slot(year: year, kind: kind)
    if let old = draft.amounts[key] {
      guard old.money == money else { throw .twoColumns }
    } else {
      draft.amounts[key] = (money, place)
    }
  }

  private func missing(
    _ column: AmountColumn, _ slot: (year: FinancialYear?, kind: CostKind?)
  ) -> String {
    let hasYear = (column.year ?? slot.year) != nil
    let what = hasYear ? "whether it is capital or revenue" : "its year"
    return "nothing says \(what); name it in the column's heading, as `capital 2004-05`"
  }

  /// The year and the kind that a row of a long table has for its amounts.
  private mutating func slot(
    of row: SheetRow, _ draft: inout LineDraft
  ) -> (year: FinancialYear?, kind: CostKind?) {
    var slot: (year: FinancialYear?, kind: CostKind?) = (nil, nil)
    guard mapping.isLong else { return slot }
    for (column, cell) in rows.cells(of: row) {
      let place = rows.cell(row, column.place.column)
      func fault(_ words: String) {
        draft.faults.append(CellFault(cell: place, column: column.field.title, words: words))
      }
      if column.field == .year {
        var wasDate = false
        slot.year = FinancialYear(cell: cell, wasDate: &wasDate)
        if let year = slot.year, wasDate {
          remarks.append("\(place): \(cell.shown) is read as \(year)")
        } else if slot.year == nil {
          fault("`\(cell.shown)` is not a financial year; write one as `2004-05`")
        }
      } else if column.field == .kind {
        slot.kind = CostKind(cell: cell)
        if slot.kind == nil { fault("unknown kind `\(cell.shown)`; use capital or revenue") }
      }
    }
    return slot
  }

  /// Notes which columns a row leaves blank. Where no heading names the columns, blank cells say
  /// nothing.
  private func noteBlanks(in row: SheetRow, of draft: inout LineDraft) {
    guard mapping.headingRow != nil else { return }
    for column in mapping.columns {
      let place = column.place.column
      guard place >= row.cells.count || row.cells[place].isBlank else { continue }
      switch column.field {
      case .line(let field): draft.blanks.insert(field)
      case .amount(let amounts):
        if let year = amounts.year, let kind = amounts.kind {
          draft.blankAmounts.insert(LineDraft.Slot(year: year, kind: kind))
        }
      default: break
      }
    }
    // Another column of the same field may say it.
    draft.blanks.subtract(draft.values.keys)
    draft.blankAmounts.subtract(draft.amounts.keys)
  }
}

extension ValueFault {
  /// That two columns of a field differ.
  fileprivate static let twoColumns = ValueFault(
    words: "two columns have it, with different values; remove one")
}

extension CostKind {
  /// The kind that a cell names.
  fileprivate init?(cell: SheetCell) {
    guard
      case .amount(let column)? = AmountHeading(cell.shown).map({ ColumnField.amount($0.column) }),
      column.year == nil, let kind = column.kind
    else { return nil }
    self = kind
  }
}
