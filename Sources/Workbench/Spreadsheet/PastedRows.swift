import Procurement
import Validation

/// Rows of a spreadsheet as lines of a plan, with what is wrong with each, before they are added.
struct PastedRows: Sendable {
  /// A row: where and what it is, the line that it makes, and why it cannot be added.
  struct Row: Hashable, Sendable {
    /// Its number in the pasted text, from 1, headings and empty rows counted.
    let number: Int
    /// Its cells in one text.
    let text: String
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
  /// Whether the lines go below the focused line, and not to the end of the plan.
  var isBelow = false
  /// Where the lines go, and what the plan's totals become, in words.
  var preview: ChangeReport?

  /// The rows that can be added.
  var good: [PlanLine] { rows.filter(\.faults.isEmpty).map(\.line) }

  /// The focused row; nil where there is none.
  var focused: Row? { rows.indices.contains(focus.index) ? rows[focus.index] : nil }

  /// The edits that add the good rows from a place on.
  func edits(from start: Int) -> [Edit] {
    good.enumerated().map { Edit.insert($1, at: start + $0) }
  }

  /// Reads what was pasted; the first row may name the columns, which else are as they are copied,
  /// from the service on.
  init(_ text: String, in assessment: Assessment) {
    self.text = text
    let plan = assessment.plan
    var cells = SpreadsheetText.numberedRows(of: text)
    let known = SpreadsheetColumn.all(years: plan.header.years)
    let head = cells.first.map { row in
      row.cells.map { words in known.first { $0.isCalled(words) } }
    }
    let columns: [SpreadsheetColumn?]
    if let head, head.contains(SpreadsheetColumn(field: .value(.service))) {
      let names = cells.removeFirst().cells
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
