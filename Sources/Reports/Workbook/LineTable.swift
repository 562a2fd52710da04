import Procurement
import Spreadsheets
import Validation

/// The sheet of lines: every field, names beside identifiers, a column for each
/// year and kind of cost, and who pays.
struct LineTable: PlanTable {
  let years: [FinancialYear]

  /// The headings of the sums, by which the summary refers to them.
  static let total = "Total"
  static let programme = "Programme pays"
  static let covered = "Funds cover"
  static let unfunded = "Unfunded"

  var table: WorkbookTable {
    func field(_ field: LineField, _ width: Int) -> TableColumn {
      TableColumn(field.heading, width)
    }
    let headings = slots.map { PlanSheet.heading($0.kind, $0.year) }
    let amounts = headings.map(TableColumn.money)
    let columns =
      [
        field(.id, 9), field(.service, 24), TableColumn("Service name", 26),
        TableColumn("Category", 18), field(.need, 9), field(.route, 12), field(.supplier, 14),
        TableColumn("Supplier name", 20), field(.funds, 18), field(.group, 12), field(.pacs, 14),
      ] + amounts
      + [
        .sum(LineTable.total, of: headings), TableColumn("Who may supply", 15),
        TableColumn("Who pays", 12),
        .money(LineTable.programme), .money(LineTable.covered), .money(LineTable.unfunded),
        TableColumn("Findings", 14),
      ]
      + [
        field(.spineConnected, 12), field(.crsInteroperable, 12), field(.justification, 30),
        field(.description, 30), field(.notes, 30), field(.alternatives, 30),
      ]
    return WorkbookTable(name: PlanSheet.lines.rawValue, columns: columns)
  }

  private var slots: [(year: FinancialYear, kind: CostKind)] {
    years.flatMap { year in CostKind.allCases.map { (year, $0) } }
  }

  func forEachRow<Failure: Error>(
    of source: inout PlanSource, _ pass: ([WrittenCell]) throws(Failure) -> Void
  ) throws(Failure) {
    let slots = slots
    for place in source.plan.lines.indices {
      let verdict = source.assessment.verdict(at: place)
      try pass(source.plan.lines.read(place) { row(of: $0, verdict, slots, source) })
    }
  }

  private func row(
    of line: PlanLine, _ verdict: LineVerdict, _ slots: [(year: FinancialYear, kind: CostKind)],
    _ source: PlanSource
  ) -> [WrittenCell] {
    var row: [WrittenCell] = []
    row.reserveCapacity(slots.count + 24)
    row += LineTable.start(line, verdict, source)
    for slot in slots {
      let money = line.cost[slot.year, slot.kind]
      row.append(money == .zero ? .blank : .money(money))
    }
    row += LineTable.sums(verdict)
    row += [
      .text(line.spineConnected.word), .text(line.crsInteroperable.word),
      .text(line.justification, .wrapped), .text(line.description, .wrapped),
      .text(line.notes, .wrapped), .text(AlternativeText.text(of: line.alternatives), .wrapped),
    ]
    return row
  }

  private static func start(
    _ line: PlanLine, _ verdict: LineVerdict, _ source: PlanSource
  ) -> [WrittenCell] {
    [
      .text(line.id), .text(line.service), .text(source.names.service(line.service)),
      .text(source.category(verdict.category)), .text(line.need.rawValue),
      .text(line.route?.rawValue), .text(line.supplier),
      .text(line.supplier.map(source.names.supplier)),
      .text(CodeKind.list(line.funds)), .text(line.group), .text(line.pacs?.rawValue),
    ]
  }

  private static func sums(_ verdict: LineVerdict) -> [WrittenCell] {
    [
      .money(verdict.cost), .text(verdict.supply?.rawValue ?? "unknown"),
      .text(verdict.payer.rawValue), .money(verdict.programmeFunded), .money(verdict.covered),
      .money(verdict.unfunded),
      .text(verdict.unwaived.codes.map(\.rawValue).joined(separator: " ")),
    ]
  }
}

extension Bool? {
  /// The flag as documents and pastes have it.
  fileprivate var word: String { self.map { $0 ? "yes" : "no" } ?? "" }
}
