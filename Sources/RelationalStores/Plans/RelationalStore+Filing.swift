import Procurement
package import Stores

extension RelationalStore {
  /// Archives a plan, chooses it for portfolios, or makes it a scenario of another.
  package func file(_ plan: PlanNumber, as filing: PlanFiling) throws(StoreError) {
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
  private func chooseNone(besides plan: PlanNumber, _ database: any RelationalConnection) throws {
    let query = try Query(
      database, "SELECT number, \(Plan.Header.columns) FROM plan WHERE chosen = 1 OR number = ?")
    let chosen = try query.all([.number(plan.rawValue)], of: "a plan") { row in
      (number: try row.number(0), code: try row.header(1).trust.comparedCode)
    }
    let code = chosen.first { $0.number == plan.rawValue }?.code
    for other in chosen where other.code == code && other.number != plan.rawValue {
      try database.run("UPDATE plan SET chosen = 0 WHERE number = ?", [.number(other.number)])
    }
  }
}
