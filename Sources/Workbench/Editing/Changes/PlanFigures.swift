import Procurement
import Validation

/// The figures of a plan by which a change is measured.
struct PlanFigures: Hashable, Sendable {
  /// What is wrong with a line: its errors and warnings, without those that are waived.
  struct LineFindings: Hashable, Sendable {
    var line: String
    let codes: FindingSet
  }

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
  /// The lines with errors or warnings, in the plan's order; nil where the plan is too large to look
  /// for them at every change.
  private(set) var findings: [LineFindings]?
  /// The most lines of a plan in which those with findings are looked for.
  static let searched = 5_000

  /// The figures of a plan as it is judged.
  init(_ assessment: borrowing Assessment) {
    let sum = assessment.totals.all
    errors = assessment.count(.error)
    warnings = assessment.count(.warning)
    programme = sum.programmeFunded
    trust = sum.trustPayable
    unfunded = sum.unfunded
    findings = PlanFigures.findings(of: assessment)
  }

  private static func findings(of assessment: borrowing Assessment) -> [LineFindings]? {
    let count = assessment.plan.lines.count
    guard count <= searched else { return nil }
    let notes = FindingSet.all(.note)
    var lines: [LineFindings] = []
    for place in 0..<count {
      let codes = assessment.verdict(at: place).unwaived.subtracting(notes)
      guard !codes.isEmpty else { continue }
      let line = assessment.plan.lines.read(place) { $0.id }
      lines.append(LineFindings(line: line, codes: codes))
    }
    return lines
  }

  /// The same figures, with the ids that edits give to lines.
  func renamed(by edits: [Edit]) -> PlanFigures {
    var figures = self
    for case .set(line: let old, from: _, to: .id(let new)) in edits {
      guard let place = findings?.firstIndex(where: { $0.line == old }) else { continue }
      figures.findings?[place].line = new
    }
    return figures
  }
}

extension Money {
  /// Pounds as people read them, with pence or, where the amount is whole pounds, without.
  func grouped(withPence: Bool) -> String {
    withPence ? grouped : String(grouped.dropLast(3))
  }
}
