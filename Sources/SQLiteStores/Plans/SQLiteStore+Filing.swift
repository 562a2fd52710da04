import GRDB
import Procurement
public import Stores

extension SQLiteStore {
  /// Archives a plan, chooses it for portfolios, or makes it a scenario of another.
  public func file(_ plan: PlanNumber, as filing: PlanFiling) throws(StoreError) {
    try writing { database in
      try self.require(plan, database)
      if let parent = filing.scenario?.parent {
        guard parent < plan else { throw StoreError.unfit }
        try self.require(parent, database)
      }
      if filing.isChosen { try self.chooseNone(besides: plan, database) }
      try database.run(
        """
        UPDATE plan SET (archived, chosen, parent, parent_step, scenario) = (?, ?, ?, ?, ?)
        WHERE number = ?
        """, filing.values + [.number(plan.rawValue)])
    }
  }

  /// Takes the choice back from the other plans of a plan's trust.
  private func chooseNone(besides plan: PlanNumber, _ database: Database) throws {
    let query = try Query(
      database, "SELECT number, \(Plan.Header.columns) FROM plan WHERE chosen OR number = ?")
    let chosen = try query.all([.number(plan.rawValue)], of: "a plan") { row in
      (number: try row.number(0), code: try row.header(1).trust.comparedCode)
    }
    let code = chosen.first { $0.number == plan.rawValue }?.code
    for other in chosen where other.code == code && other.number != plan.rawValue {
      try database.run("UPDATE plan SET chosen = 0 WHERE number = ?", [.number(other.number)])
    }
  }

  /// Deletes a plan with its journal.
  public func delete(_ plan: PlanNumber) throws(StoreError) {
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
