import Procurement
import Validation

/// A plan whose rows are written, with the names of what it names by identifiers.
struct PlanSource {
  var assessment: Assessment
  let names: TermNames

  init(_ assessment: Assessment) {
    self.assessment = assessment
    names = TermNames(assessment.index.programme, assessment.plan)
  }

  var plan: Plan { assessment.plan }

  /// The name of the category of a line.
  func category(_ place: Int?) -> String {
    place.map { assessment.index.programme.categories[$0].name } ?? "unknown"
  }
}
