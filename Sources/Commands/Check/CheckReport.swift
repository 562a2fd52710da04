import Procurement
import Validation

/// The results of one run of `check`.
struct CheckReport: Sendable {
  /// The documents in the order in which they were named.
  let documents: [CheckedDocument]
  /// The programme that they were checked against.
  let index: ProgrammeIndex
  /// Whether it explains why money is missing, and looks for a better order of drawing.
  var explainsFunding = false

  /// The number of findings of a severity in all plans, without waived ones.
  func count(_ severity: Severity) -> Int {
    documents.reduce(0) { $0 + ($1.judgement?.assessment.count(severity) ?? 0) }
  }

  /// The number of waived findings in all plans.
  var waivedCount: Int {
    documents.reduce(0) { $0 + ($1.judgement?.assessment.waivedCount ?? 0) }
  }

  /// The exit status: that of the worst document.
  func exitStatus(isStrict: Bool) -> ExitStatus {
    documents.map { $0.exitStatus(isStrict: isStrict) }.max() ?? .fine
  }

  /// Whether every document could be read.
  var isComplete: Bool { documents.allSatisfy { $0.judgement != nil } }
}
