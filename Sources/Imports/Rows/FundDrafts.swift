import Procurement
import Spreadsheets
import Text

/// Reads the rows of sheets of funds; several rows may have the years of one fund.
struct FundDrafts {
  private let request: ImportRequest
  private var drafts: [Draft] = []
  private(set) var remarks: [String] = []
  private(set) var leftOut: Set<ColumnPlace> = []

  private struct Draft {
    let cell: CellReference
    let text: String
    var fund: Fund
    var old: Fund?
    var paysIsSaid = false
    var amounts: [FinancialYear: CellReference] = [:]
    var faults: [CellFault] = []
  }

  init(_ request: ImportRequest) { self.request = request }

  /// The funds that were read.
  var funds: [Fund] { drafts.map(\.fund) }

  /// The years in which they have money.
  var years: Set<FinancialYear> { Set(drafts.flatMap(\.fund.available.keys)) }

  mutating func read(_ rows: DataRows) {
    for row in rows.rows { read(row, of: rows) }
  }

  private mutating func read(_ row: SheetRow, of rows: DataRows) {
    var said: [FundColumn: (cell: SheetCell, place: CellReference)] = [:]
    for (column, cell) in rows.cells(of: row) {
      if case .fund(let field) = column.field {
        said[field] = (cell, rows.cell(row, column.place.column))
      } else if column.field == .ignored {
        leftOut.insert(column.place)
      }
    }
    let first = row.cells.firstIndex { !$0.isBlank } ?? 0
    let place = place(of: said, rows.cell(row, first), DataRows.text(of: row))
    for (field, (cell, reference)) in said.sorted(by: {
      $0.value.place.column < $1.value.place.column
    }) {
      do throws(ValueFault) { try put(cell, as: field, of: place) } catch {
        drafts[place].faults.append(
          CellFault(cell: reference, column: field.rawValue.lowercased(), words: error.words))
      }
    }
    readAmounts(row, of: rows, place)
  }

  /// The place of the fund of a row: by its id, or else one made of its name.
  private mutating func place(
    of said: [FundColumn: (cell: SheetCell, place: CellReference)], _ cell: CellReference,
    _ text: String
  ) -> Int {
    let name = said[.name]?.cell.shown ?? ""
    let id = said[.id]?.cell.shown.nonEmpty ?? ids(named: name)
    if !id.isEmpty, let place = drafts.firstIndex(where: { $0.fund.id == id }) { return place }
    let old = request.plan.funds.first { $0.id == id }
    var draft = Draft(
      cell: cell, text: text,
      fund: old ?? Fund(id: id, name: name.isEmpty ? id : name, pays: .either), old: old)
    draft.paysIsSaid = old != nil
    if id.isEmpty {
      draft.faults.append(CellFault(cell: cell, column: "fund", words: "there is none; name one"))
    }
    drafts.append(draft)
    return drafts.count - 1
  }

  private func ids(named name: String) -> String {
    if let fund = request.plan.funds.first(where: { $0.name.folded == name.folded }) {
      return fund.id
    }
    return HeadingMeaning.plain(name).replacing(" ", with: "-")
  }

  private mutating func put(
    _ cell: SheetCell, as field: FundColumn, of place: Int
  ) throws(ValueFault) {
    let text = try cell.text(takesDates: field == .name)
    switch field {
    case .id: drafts[place].fund.id = try CodeKind.id.read(text, called: "fund")
    case .name: drafts[place].fund.name = try cell.words()
    case .pays:
      let both = ["both", "any", "capital and revenue", "capital or revenue"]
      guard
        let pays = both.contains(text.folded)
          ? Fund.Pays.either
          : Fund.Pays(spelling: text) ?? AmountHeading(text).flatMap(Fund.Pays.init)
      else {
        throw ValueFault(words: "unknown word `\(text)`; use capital, revenue or either")
      }
      drafts[place].fund.pays = pays
      drafts[place].paysIsSaid = true
    case .certainty:
      guard let certainty = Fund.Certainty(rawValue: text.folded) else {
        let known = Fund.Certainty.allCases.map(\.rawValue)
        throw ValueFault(words: "unknown certainty `\(text)`; use \(series(known, "or"))")
      }
      drafts[place].fund.certainty = certainty
    }
  }

  private mutating func readAmounts(_ row: SheetRow, of rows: DataRows, _ place: Int) {
    let year = rows.cells(of: row).first { $0.column.field == .year }.flatMap { column, cell in
      var wasDate = false
      return FinancialYear(cell: cell, wasDate: &wasDate)
    }
    for (column, cell) in rows.cells(of: row) where column.field == .ignored {
      do throws(ValueFault) { try rows.mapping.checkUnread(column, cell) } catch {
        drafts[place].faults.append(
          CellFault(
            cell: rows.cell(row, column.place.column), column: column.heading, words: error.words))
      }
    }
    for column in rows.mapping.columns {
      guard case .amount(let amounts) = column.field else { continue }
      let index = column.place.column
      let cell = index < row.cells.count ? row.cells[index] : .blank
      let reference = rows.cell(row, index)
      func fault(_ words: String) {
        drafts[place].faults.append(
          CellFault(cell: reference, column: column.field.name, words: words))
      }
      do throws(ValueFault) {
        let money = try cell.money(in: amounts.unit)
        if let money { try rows.mapping.checkUnit(column, amounts, money) }
        guard let year = amounts.year ?? year else {
          if money ?? .zero != .zero { fault("nothing says its year; name it as `2004-05`") }
          continue
        }
        // A blank cell of a year's own column is no money; one of another row says nothing.
        guard money != nil || amounts.year != nil else { continue }
        if money != nil, drafts[place].amounts[year] != nil {
          fault("the fund has an amount for \(year) already; remove one of them")
          continue
        }
        if money != nil { drafts[place].amounts[year] = reference }
        drafts[place].fund.available[year] = money == .zero ? nil : money
      } catch { fault(error.words) }
    }
  }

  /// The entries; money in another year than the plan's is a fault.
  func entries(years: Set<FinancialYear>) -> [ProposedEntry] {
    drafts.map { draft in
      var faults = draft.faults
      if !draft.paysIsSaid, faults.isEmpty {
        faults.append(
          CellFault(
            cell: draft.cell, column: "pays",
            words: "say whether the fund pays capital, revenue or either"))
      }
      for year in draft.fund.available.keys.sorted() where !years.contains(year) {
        faults.append(
          CellFault(
            cell: draft.amounts[year] ?? draft.cell, column: nil,
            words: "the plan has no year \(year); \(request.yearsHint)"))
      }
      return ProposedEntry(
        cell: draft.cell, text: draft.text, before: draft.old.map { .fund($0) },
        after: .fund(draft.fund), faults: faults)
    }
  }
}

extension Fund.Pays {
  /// What a fund pays that is said to be for a kind: `cap`.
  fileprivate init?(_ heading: AmountHeading) {
    guard let kind = heading.column.kind else { return nil }
    self = kind == .capital ? .capital : .revenue
  }
}
