import Procurement
import Stores

/// The name by which somebody means a plan of the store: its number, its title, or its trust.
struct PlanName {
  let text: String

  /// The plan that is meant; nil where none is.
  ///
  /// A title or a trust that several plans have means none of them: their numbers tell them apart.
  func plan(among plans: [PlanEntry]) throws(Failure) -> PlanEntry? {
    if let number = Int(text), let plan = plans.first(where: { $0.number.rawValue == number }) {
      return plan
    }
    let (title, code) = (text.lowercased(), text.comparedTrustCode)
    let found = plans.filter {
      $0.header.title.lowercased() == title || $0.header.trust.comparedCode == code
    }
    guard found.count <= 1 else {
      throw .severalPlans(text, numbers: found.map(\.number.rawValue).sorted())
    }
    return found.first
  }

  /// The plan that is meant; there must be one.
  func required(among plans: [PlanEntry]) throws(Failure) -> PlanEntry {
    guard let plan = try plan(among: plans) else {
      throw .noPlan(text, near: nearest(to: text, among: plans.map(\.header.title)))
    }
    return plan
  }
}
