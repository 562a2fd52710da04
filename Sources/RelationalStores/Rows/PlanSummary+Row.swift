import Procurement
package import Stores

extension PlanSummary {
  /// The columns that hold a summary.
  package static let columns =
    "lines, cost, programme_funded, covered, errors, warnings, notes, waived"

  /// The values of the columns.
  package var values: [Value] {
    [
      .number(lines), .integer(cost.pence), .integer(programmeFunded.pence),
      .integer(covered.pence), .number(errors), .number(warnings), .number(notes),
      .number(waived),
    ]
  }
}

extension Row {
  /// The summary in eight columns.
  package func summary(_ first: CInt) throws(StoreError) -> PlanSummary {
    var summary = PlanSummary()
    summary.lines = try count(first)
    summary.cost = try money(first + 1)
    summary.programmeFunded = try money(first + 2)
    summary.covered = try money(first + 3)
    guard summary.programmeFunded <= summary.cost, summary.covered <= summary.trustPayable else {
      throw damage(first + 1, "is less than its parts")
    }
    summary.errors = try count(first + 4)
    summary.warnings = try count(first + 5)
    summary.notes = try count(first + 6)
    summary.waived = try count(first + 7)
    return summary
  }
}
