import Imports
import Interaction
import Procurement
import Text
import Validation

extension WorkbenchProgram {
  /// Offers what can be copied from where the user is.
  mutating func offerCopies() {
    var choices: [Choice] = []
    if let form = panes.top as? LineForm {
      let field = form.field(in: rows(of: form))
      let text = plan.lines[place].text(of: field)
      choices.append(
        Choice(title: "\(field.title): \(text)", taking: .copy(.field(text))))
    }
    if let amounts = copiedAmounts {
      choices.append(Choice(title: amounts.title, taking: .copy(.amounts(amounts.cells))))
    }
    if hasLine {
      choices.append(Choice(title: "\(plan.lines[place].id) as a row", taking: .copy(.line)))
    }
    if lines.markedCount > 0 {
      choices.append(
        Choice(
          title: "\(counted(lines.markedCount, "marked line")) as rows", taking: .copy(.marked)))
    }
    choices.append(
      Choice(
        title: "\(counted(rowCount, "shown line")) as rows with headings", taking: .copy(.shown)))
    let places = resultPlaces
    choices.append(
      Choice(
        title: "results of \(counted(places.count, "line")) as rows: supply, payer, money by year",
        taking: .copy(.results(places))))
    choices.append(Choice(title: "the plan's totals and findings as text", taking: .copy(.report)))
    show(ChoiceMenu(.copy, choices))
  }

  /// The lines whose results are copied: the marked ones, or all that are shown.
  private var resultPlaces: [Int] {
    lines.markedCount > 0 ? lines.markedPlaces : (0..<rowCount).map(lines.place(ofRow:))
  }

  /// Copies, or says why it cannot.
  mutating func copy(_ part: CopiedPart) -> [Effect] { copy(text(of: part)) }

  /// Copies a text, or says why it is too long.
  mutating func copy(_ text: String) -> [Effect] {
    guard text.utf8.count <= copyLimit else {
      message = Message(
        text: "this is more than the \(copyLimit) bytes that a clipboard takes; "
          + "show fewer lines with \(mention(.filter))")
      return []
    }
    message = Message(
      text: "sent \(counted(text.utf8.count, "byte")) to the terminal's clipboard")
    return [.copy(text)]
  }

  private func text(of part: CopiedPart) -> String {
    switch part {
    case .field(let text): SpreadsheetText.text(of: [[text]]).trimmingLineBreak
    case .line: rows(at: [place], withHeadings: false)
    case .marked: rows(at: lines.markedPlaces, withHeadings: true)
    case .shown: rows(at: (0..<rowCount).map(lines.place(ofRow:)), withHeadings: true)
    case .results(let places):
      copiedRows(of: places, headings: ResultRows(assessment).headings) {
        ResultRows(assessment).cells(at: $0)
      }
    case .amounts(let rows):
      SpreadsheetText.text(of: rows.map { row in row.map { plan.amount(in: $0).shortest } })
    case .report: PlanReport(assessment).text
    }
  }

  /// The lines at some places as rows.
  private func rows(at places: [Int], withHeadings: Bool) -> String {
    let columns = ColumnField.copied(years: plan.header.years)
    return copiedRows(of: places, headings: withHeadings ? columns.map(\.name) : nil) { place in
      columns.map { $0.text(of: plan.lines[place]) }
    }
  }

  /// Rows of a spreadsheet; where they are too many to be copied, not all of them.
  func copiedRows(
    of rows: some Sequence<Int>, headings: [String]?, _ cells: (Int) -> [String]
  ) -> String {
    var text = headings.map { SpreadsheetText.text(of: [$0]) } ?? ""
    for row in rows where text.utf8.count <= copyLimit {
      text += SpreadsheetText.text(of: [cells(row)])
    }
    return text
  }
}

extension ColumnField {
  /// What a line has in the column.
  func text(of line: PlanLine) -> String {
    switch self {
    case .line(let field): line.text(of: .value(field))
    case .amount(let column):
      column.year.flatMap { year in
        column.kind.map { line.text(of: .amount(year, $0)) }
      } ?? ""
    default: ""
    }
  }
}

extension String {
  fileprivate var trimmingLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
