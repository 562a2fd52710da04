import Documents
import Procurement
public import Spreadsheets

@testable import Imports

/// Tables and plans that tests import.
enum ImportFixture {
  static let programme: Programme = {
    do { return try Programme.builtIn() } catch { preconditionFailure("\(error)") }
  }()

  /// Years from 2004-05 on.
  static func years(_ count: Int) -> [FinancialYear] {
    (0..<count).compactMap { FinancialYear(start: 2004 + $0) }
  }

  /// A plan without lines.
  static var outline: Plan {
    Plan(
      header: Plan.Header(
        title: "A plan",
        trust: Trust(code: "RXX", name: "Sample Trust", kind: .acute, cluster: "london"),
        years: years(3)))
  }

  /// A plan with a fund and two lines.
  static var plan: Plan {
    var plan = outline
    plan.funds = [Fund(id: "capital", name: "Block capital", pays: .capital)]
    var first = PlanLine(id: "L1", service: "core.surgery")
    first.supplier = "Acme"
    first.notes = "as before"
    if let year = years(1).first { first.cost[year, .capital] = Money(pence: 5_00) }
    plan.lines = [first, PlanLine(id: "L2", service: "additional.training")]
    return plan
  }

  /// A request for pasted rows.
  static func request(_ text: String, into plan: Plan = outline) -> ImportRequest {
    ImportRequest(ImportFile(pasted: [text]), into: plan, for: programme)
  }

  static func proposal(_ text: String, into plan: Plan = outline) -> ImportProposal {
    ImportProposal(request(text, into: plan))
  }

  /// A sheet whose rows follow each other from the first on.
  static func sheet(_ name: String, _ rows: [[SheetCell]]) -> SheetTable {
    SheetTable(
      name: name,
      rows: rows.enumerated().filter { !$1.isEmpty }.map { SheetRow(number: $0 + 1, cells: $1) })
  }

  static func proposal(_ sheets: [SheetTable], into plan: Plan = outline) -> ImportProposal {
    ImportProposal(
      ImportRequest(ImportFile(name: "a.xlsx", tables: sheets), into: plan, for: programme))
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> SheetCell {
    CalendarDate(year: year, month: month, day: day).map { .date($0) } ?? .blank
  }
}

extension SheetCell: ExpressibleByStringLiteral {
  /// A cell of a text; a blank one of an empty text.
  public init(stringLiteral text: String) { self = text.isEmpty ? .blank : .text(text) }
}

extension ImportProposal {
  /// The lines of all entries that count.
  var lines: [PlanLine] { entries.filter(\.counts).compactMap(\.line) }

  /// What is wrong, with places.
  var faultTexts: [String] { faults.map(\.description) }

  /// The plan once everything that is taken is part of it; nil where an edit does not fit.
  var result: Plan? {
    var plan = plan
    for edit in edits() where !plan.apply(edit) { return nil }
    return plan
  }
}

extension PlanLine {
  /// The pence of an amount of the year that starts in 2004, or so many years later.
  func pence(_ kind: CostKind, _ later: Int = 0) -> Int64 {
    FinancialYear(start: 2004 + later).map { cost[$0, kind].pence } ?? -1
  }
}
