import Procurement
import Validation

/// Rows of a spreadsheet as lines of a plan, with what is wrong with each, before they are added.
struct PastedRows: Sendable {
  /// A row: the line that it makes, and why it cannot be added.
  struct Row: Hashable, Sendable {
    let line: PlanLine
    let faults: [String]
  }

  /// The most rows that are taken at once.
  static let limit = 10_000

  /// What was pasted.
  let text: String
  /// The names of the columns as they were understood.
  let columns: [String]
  let rows: [Row]
  /// How many rows are beyond the limit.
  let omitted: Int
  var focus = ListFocus()

  /// The rows that can be added.
  var good: [PlanLine] { rows.filter(\.faults.isEmpty).map(\.line) }

  /// Reads what was pasted; the first row may name the columns, which else are as they are copied,
  /// from the service on.
  init(_ text: String, in assessment: Assessment) {
    self.text = text
    let plan = assessment.plan
    var cells = SpreadsheetText.rows(of: text)
    let known = SpreadsheetColumn.all(years: plan.header.years)
    let head = cells.first.map { row in
      row.map { words in known.first { $0.isCalled(words) } }
    }
    let columns: [SpreadsheetColumn?]
    if let head, head.contains(SpreadsheetColumn(field: .value(.service))) {
      let names = cells.removeFirst()
      columns = head
      self.columns = zip(head, names).map { $0?.name ?? "\($1): not known, left out" }
    } else {
      columns = Array(known.dropFirst())
      self.columns = known.dropFirst().map(\.name)
    }
    omitted = max(0, cells.count - PastedRows.limit)
    var reader = PastedRowReader(assessment)
    rows = cells.prefix(PastedRows.limit).map { reader.row(of: $0, columns) }
  }
}
