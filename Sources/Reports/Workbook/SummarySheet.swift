import Procurement
import Spreadsheets
import Validation

/// The first sheet of a workbook: what the plans come to, and whether the formulas of the other
/// sheets give the same.
struct SummarySheet {
  static let name = "Summary"

  let title: String
  /// Named facts on the plans and on the workbook.
  let facts: [(name: String, text: String)]
  let summary: MoneySummary
  /// The number of waived findings.
  let waived: Int
  /// What the plans of each region and trust come to, where there are several.
  var parts: [Part] = []

  /// A region or trust with what its plans come to.
  struct Part {
    var region: String
    var trust: String
    var lines: Int
    var split: Split
  }

  private static let splitHeadings = [
    "Cost", LineTable.programme, LineTable.covered, LineTable.unfunded,
  ]

  func write<Failure: Error>(_ writer: inout WorkbookWriter<Failure>) throws(Failure) {
    var layout = SheetLayout(name: SummarySheet.name, widths: [28, 16, 16, 16, 16, 16, 12])
    layout.isFirst = true
    try writer.spreadsheet.beginSheet(layout)
    try writer.spreadsheet.append([.text(title, .title)])
    for fact in facts { try writer.spreadsheet.append([.text(fact.name), .text(fact.text)]) }
    try writeChecks(&writer)
    try write("Year", summary.years.map { ("\($0.year)", nil, $0.split) }, &writer)
    try write("Who may supply", rows(of: summary.supplies), &writer)
    try write("Category", rows(of: summary.categories), &writer)
    try write("Supplier", rows(of: summary.keepingFirst(100).suppliers), &writer)
    try writeParts(&writer)
    try writeFindings(&writer)
  }

  private func rows(of parts: [MoneySummary.Part]) -> [(String, Int?, Split)] {
    parts.map { ($0.name, $0.lines, $0.split) }
  }

  // MARK: Sums

  /// The sums by the rules, and by the formulas that add up the other sheets.
  private func writeChecks<Failure: Error>(
    _ writer: inout WorkbookWriter<Failure>
  ) throws(Failure) {
    let lines = writer.table(PlanSheet.lines.rawValue)
    let draws = writer.table(DrawTable.name)
    let funds = writer.table(PlanSheet.funds.rawValue)
    let total = summary.total
    let drawn = summary.funds.reduce(Money.zero) { $0 + $1.whole.drawn }
    let left = summary.funds.reduce(Money.zero) { $0 + $1.whole.left }
    let checks: [(String, Money, String)] = [
      ("Cost of all lines", total.cost, lines.sum(LineTable.total)),
      ("The programme pays", total.programmeFunded, lines.sum(LineTable.programme)),
      ("Funds cover", total.covered, lines.sum(LineTable.covered)),
      ("Unfunded", total.unfunded, lines.sum(LineTable.unfunded)),
      ("The trust pays", total.trustPayable, draws.sum(DrawTable.amount)),
      ("Available in funds", drawn + left, funds.sum(FundTable.available)),
      ("Drawn on funds", drawn, funds.sum(FundTable.drawn)),
      ("Left in funds", left, funds.sum(FundTable.left)),
    ]
    try heading(["All years", "By the rules", "By the sheets", "Check"], &writer)
    for (name, money, formula) in checks {
      let row = writer.spreadsheet.rowCount + 1
      try writer.spreadsheet.append([
        .text(name), .money(money), .formula(formula, .money(money)),
        // Programs compute with 15 digits.
        .formula(
          "IF(ABS(B\(row)-C\(row))<0.005+ABS(B\(row))/1E12,\"agrees\",\"differs\")", .text("agrees")
        ),
      ])
    }
  }

  // MARK: Tables

  private func heading<Failure: Error>(
    _ headings: [String], _ writer: inout WorkbookWriter<Failure>
  ) throws(Failure) {
    try writer.spreadsheet.append([])
    try writer.spreadsheet.append(headings.map { .heading($0) })
  }

  /// Writes a table of splits that add up to the total.
  private func write<Failure: Error>(
    _ name: String, _ rows: [(name: String, lines: Int?, split: Split)],
    _ writer: inout WorkbookWriter<Failure>
  ) throws(Failure) {
    guard !rows.isEmpty else { return }
    let hasLines = rows[0].lines != nil
    try heading([name] + SummarySheet.splitHeadings + (hasLines ? ["Lines"] : []), &writer)
    let first = writer.spreadsheet.rowCount + 1
    for row in rows {
      try writer.spreadsheet.append(
        [.text(row.name)] + row.split.cells + (row.lines.map { [.number($0)] } ?? []))
    }
    try writeTotal(from: first, after: [.text("Total", .label)], &writer)
  }

  private func writeTotal<Failure: Error>(
    from first: Int, after start: [WrittenCell], _ writer: inout WorkbookWriter<Failure>
  ) throws(Failure) {
    let last = writer.spreadsheet.rowCount
    let sums = summary.total.cells.enumerated().map { place, cell in
      let letters = CellReference.letters(start.count + place)
      return WrittenCell.formula(
        "SUM(\(letters)\(first):\(letters)\(last))", .money(cell.money ?? .zero, .total))
    }
    try writer.spreadsheet.append(start + sums)
  }

  private func writeParts<Failure: Error>(
    _ writer: inout WorkbookWriter<Failure>
  ) throws(Failure) {
    guard !parts.isEmpty else { return }
    try heading(["Region", "Trust"] + SummarySheet.splitHeadings + ["Lines"], &writer)
    let first = writer.spreadsheet.rowCount + 1
    for part in parts {
      try writer.spreadsheet.append(
        [.text(part.region), .text(part.trust)] + part.split.cells + [.number(part.lines)])
    }
    try writeTotal(from: first, after: [.text("England", .label), .blank], &writer)
  }

  private func writeFindings<Failure: Error>(
    _ writer: inout WorkbookWriter<Failure>
  ) throws(Failure) {
    try heading(["Findings", "Number"], &writer)
    for severity in Severity.allCases.reversed() {
      try writer.spreadsheet.append([
        .text("\(severity.rawValue)s"), .number(summary.count(severity)),
      ])
    }
    try writer.spreadsheet.append([.text("waived"), .number(waived)])
  }
}

extension Split {
  /// The amounts under the headings of a split.
  fileprivate var cells: [WrittenCell] {
    [cost, programmeFunded, covered, unfunded].map { .money($0) }
  }
}
