import Procurement
package import Stores

/// The state of a plan that a step builds on.
package struct PlanState {
  /// The number of its last step.
  package let head: Int
  /// Whether it is frozen.
  package let isFrozen: Bool
  /// The number of its lines.
  package let size: Int
}

extension RelationalStore {
  /// All plans, the latest changed first, and at the end those whose entry cannot be read.
  package func plans() throws(StoreError) -> [PlanEntry] {
    try reading { database in
      let query = try Query(
        database,
        """
        SELECT plan.number, \(Plan.Header.columns), \(PlanSummary.columns), frozen, head, changed,
          \(Author.columns), document.path, \(PlanFiling.columns)
        FROM plan LEFT JOIN session ON session.id = plan.session
          LEFT JOIN document ON document.plan = plan.number AND document."user" = ?
        ORDER BY changed DESC, plan.number DESC
        """)
      let entries = try query.all([.number(author.user)], of: "a plan") { row in
        let number = try row.number(0)
        let row = row.named("plan \(number)")
        do throws(StoreError) { return try self.entry(row) } catch .damaged(let what) {
          return PlanEntry(damaged: PlanNumber(number), what)
        }
      }
      return entries.filter { $0.damage == nil } + entries.filter { $0.damage != nil }
    }
  }

  private func entry(_ row: Row) throws(StoreError) -> PlanEntry {
    let number = PlanNumber(try row.number(0, in: Bounds.plans))
    let document = try row.optionalText(24)
    var entry = PlanEntry(
      number: number, header: try row.header(1),
      summary: try row.summary(9), isFrozen: try row.flag(17) ?? false, head: try row.step(18),
      changed: try row.moment(19), author: try row.author(20, accountNames),
      document: document.flatMap { path(stored: $0) }.flatMap { counts(number, $0) ? $0 : nil })
    entry.filing = try row.filing(25)
    return entry
  }

  /// The state of a plan; an error if there is none.
  package func state(of plan: Int, _ database: any RelationalConnection) throws -> PlanState {
    let state = try Query(database, "SELECT head, frozen, size FROM plan WHERE number = ?")
      .one([.number(plan)], of: "plan \(plan)") { row in
        PlanState(
          head: try row.step(0), isFrozen: try row.flag(1) ?? false, size: try row.count(2))
      }
    guard let state else { throw StoreError.noPlan }
    return state
  }

  /// Throws an error if there is no such plan.
  package func require(_ plan: PlanNumber, _ database: any RelationalConnection) throws {
    _ = try state(of: plan.rawValue, database)
  }
}
