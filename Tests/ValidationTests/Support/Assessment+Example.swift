import PlanGenerators
import Documents
import Procurement
import Testing
import Validation

extension Assessment {
  /// The assessment of the example that breaks a rule.
  init(of code: FindingCode) throws {
    let description = try #require(Rulebook.description(of: code))
    try self.init(example: description.example.breaking)
  }

  /// The assessment of an example, read as a plan document.
  init(example: String) throws {
    let index = try NPfIT.index
    let document = try readPlan(Array((Example.head + example).utf8), clusters: NPfIT.clusters)
    self.init(document.plan, against: index)
  }
}
