import GRDB
import Procurement
public import Stores

extension SQLiteStore {
  /// Looks at all that the store holds and says what is wrong with it, in words; nothing where all
  /// is well.
  ///
  /// SQLite checks its file and the references between rows. Then each plan's journal is replayed
  /// from the empty plan, each edit from what was there, and has to lead to what the plan's rows say;
  /// and what belongs to the plan besides is read and compared with the journal.
  public func check() throws(StoreError) -> [String] {
    var problems = try lookedAt { () throws(StoreError) in try self.integrity() }
    let plans = try plans()
    problems += plans.compactMap(\.damage)
    for plan in plans.map(\.number).sorted() {
      let database = try lookedAt { () throws(StoreError) in
        try self.reading { try PlanCheck($0, plan: plan.rawValue).problems() }
          .map { "plan \(plan): \($0)" }
      }
      let besides = try lookedAt { () throws(StoreError) in
        _ = try self.versions(of: plan)
        _ = try self.drafts(of: plan)
        return []
      }
      problems += database + besides
    }
    problems += try lookedAt { () throws(StoreError) in
      _ = try self.trusts()
      return []
    }
    return problems
  }

  /// What a look tells; damage that ends it is a problem like others.
  private func lookedAt(
    _ look: () throws(StoreError) -> [String]
  ) throws(StoreError) -> [String] {
    do { return try look() } catch .damaged(let what) { return [what] }
  }

  private func integrity() throws(StoreError) -> [String] {
    try reading { database in
      let faults = try Query(database, "PRAGMA integrity_check(100)")
        .all([], of: "the store") { try $0.text(0) }
      let strays = try Query(database, "PRAGMA foreign_key_check").all([], of: "the store") {
        "a row of \(try $0.text(0)) belongs to none of \(try $0.text(2))"
      }
      return faults.filter { $0 != "ok" } + strays
    }
  }
}
