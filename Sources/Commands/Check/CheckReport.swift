import Procurement
import Validation

/// Everything that one run of `check` found.
struct CheckReport: Sendable {
  /// The documents in the order in which the caller named them.
  let documents: [CheckedDocument]
  /// The programme that they were judged against.
  let index: ProgrammeIndex

  /// How many findings of a severity there are in all plans, without waived ones.
  func count(_ severity: Severity) -> Int {
    documents.reduce(0) { $0 + ($1.judgement?.assessment.count(severity) ?? 0) }
  }

  /// How many findings are waived in all plans.
  var waivedCount: Int {
    documents.reduce(0) { $0 + ($1.judgement?.assessment.waivedCount ?? 0) }
  }

  /// How the run ends: the worst document decides.
  func exitStatus(isStrict: Bool) -> ExitStatus {
    documents.map { $0.exitStatus(isStrict: isStrict) }.max() ?? .fine
  }

  /// Whether every document could be read.
  var isComplete: Bool { documents.allSatisfy { $0.judgement != nil } }
}
