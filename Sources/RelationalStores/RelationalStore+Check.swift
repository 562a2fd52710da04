package import Stores

extension RelationalStore {
  /// The problems of all that the store has, with those that `check` finds in each plan.
  ///
  /// Versions, drafts and the register are read too. Damage that ends a part of the check is a problem
  /// like others.
  package func problems(
    _ check: (PlanNumber) throws(StoreError) -> [String]
  ) throws(StoreError) -> [String] {
    let plans = try plans()
    var problems = plans.compactMap(\.damage)
    for plan in plans.map(\.number).sorted() {
      let ofPlan = try findProblems { () throws(StoreError) in
        try check(plan).map { "plan \(plan): \($0)" }
      }
      let besides = try findProblems { () throws(StoreError) in
        _ = try self.versions(of: plan)
        _ = try self.drafts(of: plan)
        return []
      }
      problems += ofPlan + besides
    }
    return try problems
      + findProblems { () throws(StoreError) in
        _ = try self.trusts()
        return []
      }
  }

  /// The problems that a check finds; damage that ends it is one.
  package func findProblems(
    _ check: () throws(StoreError) -> [String]
  ) throws(StoreError) -> [String] {
    do { return try check() } catch .damaged(let what) { return [what] }
  }
}
