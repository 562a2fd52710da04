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

  /// The ids of the lines with errors, in the plan's order; none where the plan is too large for them
  /// to be named.
  let faultyLines: [String]
  /// The most lines of a plan in which those with errors are looked for.
  private static let searched = 5_000

  /// The figures of a plan as it is judged.
  init(_ assessment: borrowing Assessment) {
    let sum = assessment.totals.all
    errors = assessment.count(.error)
    warnings = assessment.count(.warning)
    programme = sum.programmeFunded
    trust = sum.trustPayable
    unfunded = sum.unfunded
    faultyLines = PlanFigures.faultyLines(of: assessment)
  }

  private static func faultyLines(of assessment: borrowing Assessment) -> [String] {
    let count = assessment.plan.lines.count
    guard count <= searched else { return [] }
    var lines: [String] = []
    for place in 0..<count where assessment.verdict(at: place).unwaived.worst == .error {
      lines.append(assessment.plan.lines.read(place) { $0.id })
    }
    return lines
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
