import Procurement
import Validation

/// A plan whose rows are written, with the names of what it names by identifiers.
struct PlanSource {
  var assessment: Assessment
  /// The findings on its trust and groups that need more than the plan.
  let joint: [PortfolioFinding]
  let names: TermNames

  init(_ assessment: Assessment, _ joint: [PortfolioFinding]) {
    self.assessment = assessment
    self.joint = joint
    names = TermNames(assessment.index.programme, assessment.plan)
  }

  var plan: Plan { assessment.plan }

  /// The name of the category of a line.
  func category(_ place: Int?) -> String {
    place.map { assessment.index.programme.categories[$0].name } ?? "unknown"
  }
}
