import Procurement
import Validation

/// A plan of an export, with what the rules say about it.
struct AssessedPlan: Sendable {
  /// Its number in the export, from 1.
  let number: Int
  /// The document, table or plan of the store that it comes from.
  let source: String
  /// The plan and its results.
  let assessment: Assessment

  /// The plan.
  var plan: Plan { assessment.plan }
  /// The programme that it is judged against.
  var programme: Programme { assessment.index.programme }

  /// The service of a line; nil if the programme does not list it.
  func service(of line: PlanLine) -> Service? {
    assessment.index.service(line.service).map { programme.services[$0] }
  }
}
