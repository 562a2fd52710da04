import GRDB
import Procurement
public import Stores

extension SQLiteStore {
  /// Checks everything in the store and returns the problems; empty if there are none.
  ///
  /// SQLite checks its file and the references between rows. Then each plan's journal is replayed
  /// from the empty plan, and must lead to the plan's rows. Versions, drafts and the register are
  /// read too.
  public func check() throws(StoreError) -> [String] {
    var problems = try findProblems { () throws(StoreError) in try self.integrity() }
    let plans = try plans()
    problems += plans.compactMap(\.damage)
    for plan in plans.map(\.number).sorted() {
      let database = try findProblems { () throws(StoreError) in
        try self.reading { try PlanCheck($0, plan: plan.rawValue).problems() }
          .map { "plan \(plan): \($0)" }
      }
      let besides = try findProblems { () throws(StoreError) in
        _ = try self.versions(of: plan)
        _ = try self.drafts(of: plan)
        return []
      }
      problems += database + besides
    }
    problems += try findProblems { () throws(StoreError) in
      _ = try self.trusts()
      return []
    }
    return problems
  }

  /// The problems that a check finds; damage that ends it is a problem like others.
  private func findProblems(
    _ check: () throws(StoreError) -> [String]
  ) throws(StoreError) -> [String] {
    do { return try check() } catch .damaged(let what) { return [what] }
  }

  private func integrity() throws(StoreError) -> [String] {
    try reading { database in
      let faults = try Query(database, "PRAGMA integrity_check(100)")
        .all([], of: "the store") { try $0.text(0) }
      let strays = try Query(database, "PRAGMA foreign_key_check").all([], of: "the store") {
        "a row of \(try $0.text(0)) refers to a missing row of \(try $0.text(2))"
      }
      return faults.filter { $0 != "ok" } + strays
    }
  }
}
