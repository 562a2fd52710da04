import Procurement
import Validation

/// The figures of a plan by which a change is measured.
struct PlanFigures: Hashable, Sendable {
  /// How many errors the plan has, without those that are waived.
  let errors: Int
  /// How many warnings the plan has, without those that are waived.
  let warnings: Int
  /// What the programme pays.
  let programme: Money
  /// What the trust pays.
  let trust: Money
  /// The part of what the trust pays that no fund covers.
  let unfunded: Money

  /// The figures of a plan as it is judged.
  init(_ assessment: borrowing Assessment) {
    let sum = assessment.totals.all
    errors = assessment.count(.error)
    warnings = assessment.count(.warning)
    programme = sum.programmeFunded
    trust = sum.trustPayable
    unfunded = sum.unfunded
  }
}

extension Money {
  /// Whether it is whole pounds.
  var isWhole: Bool { pence % 100 == 0 }

  /// Pounds as people read them, with pence or, where the amount is whole pounds, without.
  func grouped(withPence: Bool) -> String {
    withPence ? grouped : String(grouped.dropLast(3))
  }
}
