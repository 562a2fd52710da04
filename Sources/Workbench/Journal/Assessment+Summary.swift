import Procurement
public import Stores
public import Validation

extension Assessment {
  /// What a list of plans says of the plan.
  public var summary: PlanSummary {
    var summary = PlanSummary()
    let sum = totals.all
    summary.lines = plan.lines.count
    summary.cost = sum.cost
    summary.programmeFunded = sum.programmeFunded
    summary.covered = sum.covered
    summary.errors = count(.error)
    summary.warnings = count(.warning)
    summary.notes = count(.note)
    summary.waived = waivedCount
    return summary
  }
}
