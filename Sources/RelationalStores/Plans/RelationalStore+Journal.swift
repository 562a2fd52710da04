package import Stores

extension RelationalStore {
  /// The steps after a number, in order.
  package func entries(
    of plan: PlanNumber, after number: Int
  ) throws(StoreError) -> [JournalEntry] {
    try reading { database in
      try self.require(plan, database)
      return try Journal(database, plan: plan.rawValue, accountNames).entries(after: number)
    }
  }

  /// A limited number of matching steps, latest first, before a number if one is given.
  package func history(
    of plan: PlanNumber, before number: Int?, limit: Int, _ filter: HistoryFilter
  ) throws(StoreError) -> [JournalEntry] {
    try reading { database in
      try self.require(plan, database)
      return try Journal(database, plan: plan.rawValue, accountNames)
        .history(before: number, limit: limit, filter)
    }
  }

  /// The named versions of a plan, latest first.
  package func versions(of plan: PlanNumber) throws(StoreError) -> [NamedVersion] {
    try reading { database in
      try self.require(plan, database)
      let query = try Query(
        database,
        """
        SELECT version.name, step, at, \(Author.columns)
        FROM version JOIN session ON session.id = version.session
        WHERE plan = ? ORDER BY version.number DESC
        """)
      return try query.all([.number(plan.rawValue)], of: "plan \(plan), a version") { row in
        NamedVersion(
          name: try row.text(0), step: try row.step(1), at: try row.moment(2),
          author: try row.author(3, self.accountNames))
      }
    }
  }

  /// Names the version after a step; a name in use is refused.
  package func name(_ name: String, of plan: PlanNumber, after step: Int) throws(StoreError) {
    try writing { database in
      try self.require(plan, database)
      let taken = try database.number(
        "SELECT count(*) FROM version WHERE plan = ? AND name = ?",
        [.number(plan.rawValue), .text(name)], of: "plan \(plan)")
      guard taken == 0 else { throw StoreError.nameTaken(name) }
      try database.run(
        "INSERT INTO version(plan, step, name, at, session) VALUES (?, ?, ?, ?, ?)",
        [
          .number(plan.rawValue), .number(step), .text(name),
          .number(Moment.now.milliseconds), .number(try self.session(database)),
        ])
    }
  }
}
