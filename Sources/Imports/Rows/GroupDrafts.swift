import Procurement
import Spreadsheets
import Text

/// Reads the rows of sheets of buying groups.
struct GroupDrafts {
  private let request: ImportRequest
  private(set) var entries: [ProposedEntry] = []
  private(set) var leftOut: Set<ColumnPlace> = []

  init(_ request: ImportRequest) { self.request = request }

  mutating func read(_ rows: DataRows) {
    for row in rows.rows {
      let cells = rows.cells(of: row)
      leftOut.formUnion(cells.filter { $0.column.field == .ignored }.map(\.column.place))
      read(row, of: rows, cells)
    }
  }

  private mutating func read(
    _ row: SheetRow, of rows: DataRows, _ cells: [(column: MappedColumn, cell: SheetCell)]
  ) {
    func cell(_ field: GroupColumn) -> SheetCell {
      cells.first { $0.column.field == .group(field) }?.cell ?? .blank
    }
    let name = cell(.name).shown
    let id =
      cell(.id).shown.nonEmpty
      ?? request.plan.groups.first { $0.name.folded == name.folded }?.id
      ?? HeadingMeaning.plain(name).replacing(" ", with: "-")
    let old = request.plan.groups.first { $0.id == id }
    var group =
      old ?? BuyingGroup(id: id, name: name.isEmpty ? id : name, facility: "", members: [])
    var faults: [CellFault] = []
    for (column, cell) in cells {
      guard case .group(let field) = column.field else { continue }
      do throws(ValueFault) { try put(cell, as: field, into: &group) } catch {
        faults.append(
          CellFault(
            cell: rows.cell(row, column.place.column), column: field.rawValue.lowercased(),
            words: error.words))
      }
    }
    let first = rows.cell(row, row.cells.firstIndex { !$0.isBlank } ?? 0)
    if faults.isEmpty {
      faults = missing(in: group, first)
      if entries.contains(where: { $0.id == group.id }) {
        faults.append(
          CellFault(cell: first, column: "group", words: "`\(group.id)` is listed twice"))
      }
    }
    entries.append(
      ProposedEntry(
        cell: first, text: DataRows.text(of: row), before: old.map { .group($0) },
        after: .group(group), faults: faults))
  }

  private func missing(in group: BuyingGroup, _ cell: CellReference) -> [CellFault] {
    [("group", group.id), ("facility", group.facility)].filter { $0.1.isEmpty }
      .map { CellFault(cell: cell, column: $0.0, words: "there is none; name one") }
  }

  private func put(
    _ cell: SheetCell, as field: GroupColumn, into group: inout BuyingGroup
  ) throws(ValueFault) {
    let text = try cell.text(takesDates: field == .name)
    switch field {
    case .id: group.id = try CodeKind.id.read(text, called: "group")
    case .name: group.name = try cell.words()
    case .facility:
      // As in documents it may be any supplier; a rule reports one that has no facility.
      if let id = request.programme.providerID(text) {
        group.facility = id
      } else {
        group.facility = try CodeKind.supplier.read(text, called: "facility")
      }
    case .members:
      var members: [String] = []
      for word in CodeKind.listed(text) {
        members.append(try CodeKind.trust.read(word, called: "trust code"))
      }
      group.members = members
    }
  }
}
