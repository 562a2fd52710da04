import Procurement
import RelationalStores
package import Stores

extension SQLiteStore {
  /// Deletes a plan with its journal.
  package func delete(_ plan: PlanNumber) throws(StoreError) {
    try writing { database in
      let number: [Value] = [.number(plan.rawValue)]
      guard try !self.state(of: plan.rawValue, database).isFrozen else { throw StoreError.frozen }
      let scenarios = try database.number(
        "SELECT count(*) FROM plan WHERE parent = ?", number, of: "plan \(plan)")
      if let scenarios, scenarios > 0 { throw StoreError.hasScenarios(scenarios) }
      try database.run("UPDATE plan SET deleted = 1 WHERE number = ?", number)
      for statement in SQLiteStore.deletion { try database.run(statement, number) }
    }
  }

  /// The statements that delete all of a plan, what refers to a row before that row.
  private static let deletion = [
    "DELETE FROM draft WHERE plan = ?", "DELETE FROM document WHERE plan = ?",
    "DELETE FROM version WHERE plan = ?", "DELETE FROM step_line WHERE plan = ?",
    "DELETE FROM step_hash WHERE plan = ?", "DELETE FROM step WHERE plan = ?",
    "DELETE FROM line_cost WHERE line IN (SELECT number FROM line WHERE plan = ?)",
    "DELETE FROM line WHERE plan = ?",
    "DELETE FROM fund_amount WHERE fund IN (SELECT number FROM fund WHERE plan = ?)",
    "DELETE FROM fund WHERE plan = ?", "DELETE FROM buying_group WHERE plan = ?",
    "DELETE FROM plan WHERE number = ?",
  ]
}
