import Procurement
import Validation

/// The results of one run of `diff`.
struct DiffReport: Sendable {
  /// The earlier plan.
  let before: DiffSide
  /// The later plan.
  let after: DiffSide
  /// Their differences.
  let comparison: PlanComparison
  /// The differences in the plan's details.
  let header: [FieldChange]
  /// The funds that differ.
  let funds: [DiffEntry]
  /// The groups that differ.
  let groups: [DiffEntry]
  /// The lines that differ.
  let lines: [DiffEntry]

  /// Compares two plans.
  init(of before: DiffSide, with after: DiffSide) {
    self.before = before
    self.after = after
    let comparison = PlanComparison(of: before.assessment, with: after.assessment)
    let words = DiffWords(after.assessment.index.programme)
    self.comparison = comparison
    header = words.changes(from: before.assessment.plan.header, to: after.assessment.plan.header)
    funds = comparison.funds.map(words.entry)
    groups = comparison.groups.map(words.entry)
    lines = comparison.lines.map(words.entry)
  }
}
