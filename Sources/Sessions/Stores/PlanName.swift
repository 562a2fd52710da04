import Procurement
import Stores

/// What a user types for a plan of the store: its number, its title, or its trust.
struct PlanName {
  let text: String

  /// The plan of that name; nil where there is none.
  ///
  /// A scenario goes by its own name, and an archived plan only where no other is called so. A title
  /// or trust of several plans is an error: their numbers tell them apart.
  func plan(among plans: [PlanEntry]) throws(SessionError) -> PlanEntry? {
    if let number = Int(text), let plan = plans.first(where: { $0.number.rawValue == number }) {
      return plan
    }
    let (title, code) = (text.lowercased(), text.comparedTrustCode)
    let called = plans.filter { plan in
      plan.name.lowercased() == title
        || plan.filing.scenario == nil && plan.header.trust.comparedCode == code
    }
    let current = called.filter { !$0.filing.isArchived }
    let found = current.isEmpty ? called : current
    guard found.count <= 1 else {
      throw .severalPlans(text, numbers: found.map(\.number.rawValue).sorted())
    }
    return found.first
  }

  /// The plan of that name; an error where there is none.
  func required(among plans: [PlanEntry]) throws(SessionError) -> PlanEntry {
    guard let plan = try plan(among: plans) else {
      throw .noPlan(text, near: nearest(to: text, among: plans.map(\.header.title)))
    }
    return plan
  }
}
