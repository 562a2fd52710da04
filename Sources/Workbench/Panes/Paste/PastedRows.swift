import Procurement
import Text
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
  /// The most columns that are left out and named.
  private static let named = 20

  /// What was pasted.
  let text: String
  /// The names of the columns as they were understood.
  let columns: [String]
  let rows: [Row]
  /// The lines of the rows that can be added.
  let good: [PlanLine]
  /// What they cost.
  let cost: Money
  /// How many rows are beyond the limit.
  let omitted: Int
  /// How many columns hold something and are left out.
  let unknownColumns: Int
  /// The names of the first of them.
  let unknownNames: [String]
  var focus = ListFocus()
  /// Whether the lines go below the focused line, and not to the end of the plan.
  var isBelow = false
  /// Where the lines go, and what the plan's totals become, in words.
  var preview: ChangeReport?

  /// The focused row; nil where there is none.
  var focused: Row? { rows.indices.contains(focus.index) ? rows[focus.index] : nil }

  /// What is left out, in words, the counts first; nil where all is added.
  func leftOut(withNames: Bool) -> String? {
    let faulty = rows.count - good.count
    let parts = [
      faulty == 0 ? nil : counted(faulty, "faulty row"),
      omitted == 0 ? nil : "\(counted(omitted, "row")) beyond \(PastedRows.limit)",
      unknownColumns == 0 ? nil : counted(unknownColumns, "column"),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let names = withNames ? unknownNames.joined(separator: ", ") : ""
    return "left out: " + parts.joined(separator: ", ") + (names.isEmpty ? "" : ": \(names)")
  }

  /// The edits that add the good rows from a place on.
  func edits(from start: Int) -> [Edit] {
    good.enumerated().map { Edit.insert($1, at: start + $0) }
  }

  /// Whether the cells of a row are those of a line as it is copied, from its id on: `need` is then
  /// the third and not the second.
  private static func beginsWithID(_ cells: [String]) -> Bool {
    func isNeed(_ place: Int) -> Bool {
      cells.indices.contains(place) && Need(rawValue: cells[place].trimmed.lowercased()) != nil
    }
    return isNeed(2) && !isNeed(1)
  }

  /// Reads what was pasted; the first row may name the columns, which else are as they are copied,
  /// from the id or the service on. `yearsKey` leads to the screen on which the plan's years are changed.
  init(_ text: String, in assessment: Assessment, yearsKey: String) {
    self.text = text
    var cells = SpreadsheetText.numberedRows(of: text)
    let known = SpreadsheetColumn.all(years: assessment.plan.header.years)
    var columns =
      cells.first.map { row in
        row.cells.enumerated().map { place, words in
          words.trimmed.isEmpty ? .unnamed(at: place) : PastedColumn(called: words, among: known)
        }
      } ?? []
    if columns.contains(where: { $0.isFor(.service) }) {
      cells.removeFirst()
    } else {
      let hasIDs = cells.first.map { PastedRows.beginsWithID($0.cells) } ?? false
      columns = known.dropFirst(hasIDs ? 0 : 1).map(PastedColumn.known)
    }
    omitted = max(0, cells.count - PastedRows.limit)
    var reader = PastedRowReader(assessment, columns, yearsKey: yearsKey)
    rows = cells.prefix(PastedRows.limit).map { reader.row(of: $0) }
    good = rows.filter(\.faults.isEmpty).map(\.line)
    cost = good.reduce(into: .zero) { $0 += $1.cost.total }
    unknownColumns = reader.leftOut.count
    unknownNames = reader.leftOutNames(PastedRows.named)
    self.columns = columns.filter(\.isKnown).map(\.name)
  }
}
