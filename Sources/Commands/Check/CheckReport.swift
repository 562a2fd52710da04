import Procurement
import Validation

/// The results of one run of `check`.
struct CheckReport: Sendable {
  /// The documents in the order in which they were named.
  let documents: [CheckedDocument]
  /// The findings on several of their plans together.
  let jointFindings: [JointFinding]
  /// The plans that are left out, since their trust has a later one.
  let earlier: [NamedPlan]
  /// The programme that they were checked against.
  let index: ProgrammeIndex
  /// Whether it explains why money is missing, and looks for a better order of drawing.
  let explainsFunding: Bool
  /// The address at which docs/findings.md can be read; nil if it is not known.
  var findingsPage: String?

  /// Judges the plans of documents together; with `latestOnly` without those of which the trust has
  /// a later one. With a register, their trusts are compared with it.
  init(
    documents: [CheckedDocument], index: ProgrammeIndex, _ register: TrustRegister?,
    latestOnly: Bool, explainsFunding: Bool = false
  ) {
    self.index = index
    self.explainsFunding = explainsFunding
    let judged = documents.indices.filter { documents[$0].judgement != nil }
    var portfolio = Portfolio()
    for place in judged {
      guard let plan = documents[place].judgement?.assessment.plan else { continue }
      portfolio.append(plan, source: documents[place].name)
    }
    let kept = latestOnly ? portfolio.keepLatest().map { judged[$0] } : judged
    let leftOut = Set(judged).subtracting(kept)
    self.documents = documents.indices.filter { !leftOut.contains($0) }.map { documents[$0] }
    earlier = leftOut.sorted().compactMap { documents[$0].namedPlan }
    jointFindings = portfolio.findings(against: index, register).map { finding in
      JointFinding(
        finding: finding,
        plans: finding.plans.compactMap { documents[kept[$0]].namedPlan(with: finding) })
    }
  }

  /// The number of findings of a severity in all plans, without waived ones.
  func count(_ severity: Severity) -> Int {
    documents.reduce(0) { $0 + ($1.judgement?.assessment.count(severity) ?? 0) }
      + jointFindings.count { $0.finding.severity == severity }
  }

  /// The number of waived findings in all plans.
  var waivedCount: Int {
    documents.reduce(0) { $0 + ($1.judgement?.assessment.waivedCount ?? 0) }
  }

  /// The exit status: a document that cannot be read matters more than any finding.
  func exitStatus(isStrict: Bool) -> ExitStatus {
    guard isComplete else { return .unreadable }
    return count(.error) + (isStrict ? count(.warning) : 0) == 0 ? .fine : .findings
  }

  /// Whether every document could be read.
  var isComplete: Bool { documents.allSatisfy { $0.judgement != nil } }
}
