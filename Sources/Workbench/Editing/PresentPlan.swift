import Procurement
import Validation

/// The plan as it is now, while it is shown as it once was.
struct PresentPlan: Sendable {
  var assessment: Assessment
  var lines: LineList
  /// The number of the step after which the plan was as it is shown.
  var number: Int
  /// When that was, in words.
  var moment: String
}

extension [Edit] {
  /// The edits that take these back.
  var inverses: [Edit] { reversed().map(\.inverse) }
}
