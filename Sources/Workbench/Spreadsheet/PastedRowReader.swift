import Procurement
import Validation

/// Makes lines of the cells of rows, each with an id of its own.
struct PastedRowReader {
  private let reader: FieldValueReader
  private var ids: Set<String>
  private var number: Int

  init(_ assessment: Assessment) {
    let plan = assessment.plan
    reader = FieldValueReader(assessment.index.programme, plan)
    ids = Set(plan.lines.map(\.id))
    number = plan.lines.count
  }

  /// The line of a row; cells beyond the columns, and those of unknown columns, are left out.
  mutating func row(
    of row: SpreadsheetText.Row, _ columns: [SpreadsheetColumn?]
  ) -> PastedRows.Row {
    var line = PlanLine(id: "", service: "")
    var faults: [String] = []
    for (cell, column) in zip(row.cells, columns) {
      guard let column else { continue }
      let text = cell.trimmed
      guard !text.isEmpty else { continue }
      do throws(FieldFault) {
        for value in try reader.values(of: text, for: column.field) { line.set(value) }
      } catch {
        faults.append("\(column.name): \(error.words)")
      }
    }
    if line.service.isEmpty { faults.insert("service: there is none; name one", at: 0) }
    // A row that is left out takes no id from those that are added.
    line.id = faults.isEmpty ? freeID(wanted: line.id) : line.id
    let text = row.cells.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " · ")
    return PastedRows.Row(number: row.number, text: text, line: line, faults: faults)
  }

  private mutating func freeID(wanted: String) -> String {
    var id = wanted
    while id.isEmpty || ids.contains(id) {
      number += 1
      id = "L\(number)"
    }
    ids.insert(id)
    return id
  }
}
