import GRDB
import Procurement
import RelationalStores
package import Stores

extension SQLiteStore {
  /// Checks everything in the store and returns the problems; empty if there are none.
  ///
  /// SQLite checks its file and the references between rows. Then each plan's journal is replayed
  /// from the empty plan, and must lead to the plan's rows. Versions, drafts and the register are
  /// read too.
  package func check() throws(StoreError) -> [String] {
    try findProblems { () throws(StoreError) in try self.integrity() }
      + problems { plan throws(StoreError) in
        try self.reading { try self.problems(of: plan.rawValue, $0) }
      }
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

  /// The problems of a plan; what its journal does not lead to is one.
  private func problems(
    of plan: Int, _ database: any RelationalConnection
  ) throws -> [String] {
    guard let stored = try PlanReading(database, plan: plan).stored() else {
      return ["its row is missing"]
    }
    return try PlanCheck(database, plan: plan).problems(of: stored)
      + problemsOfRanks(plan, database)
  }

  /// The order of lines, funds and groups: rows with ranks out of bounds cannot be edited.
  private func problemsOfRanks(
    _ plan: Int, _ database: any RelationalConnection
  ) throws -> [String] {
    try ["line", "fund", "buying_group"].compactMap { table in
      let strays = try database.number(
        "SELECT count(*) FROM \(table) WHERE plan = ? AND rank NOT BETWEEN ? AND ?",
        [
          .number(plan), .number(Bounds.ranks.lowerBound), .number(Bounds.ranks.upperBound),
        ], of: "plan \(plan)")
      return strays == 0 ? nil : "the rank of a \(table) is out of range"
    }
  }
}
