import GRDB
public import Procurement
public import Stores

extension SQLiteStore {
  /// All plans, the latest changed first, and at the end those whose entry cannot be read.
  public func plans() throws(StoreError) -> [PlanEntry] {
    try reading { database in
      let query = try Query(
        database,
        """
        SELECT plan.number, \(Plan.Header.columns), \(PlanSummary.columns), frozen, head, changed,
          \(Author.columns), document.path, \(PlanFiling.columns)
        FROM plan LEFT JOIN session ON session.id = plan.session
          LEFT JOIN document ON document.plan = plan.number AND document.user = ?
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
      document: document.flatMap { counts(number, $0) ? $0 : nil })
    entry.filing = try row.filing(25)
    return entry
  }

  /// Loads a plan with all its lines.
  public func load(_ number: PlanNumber) throws(StoreError) -> StoredPlan {
    try reading { database in
      guard var stored = try PlanReading(database, plan: number.rawValue).stored() else {
        throw StoreError.noPlan
      }
      stored.document = try self.document(of: number, database)
      return stored
    }
  }

  /// Creates a plan; its first step is its creation.
  public func create(
    _ plan: Plan, _ summary: PlanSummary, for document: DocumentLink?
  ) throws(StoreError) -> StoredPlan {
    try writing { database in
      if let document, try self.plan(for: document.path, database) != nil { throw StoreError.unfit }
      let now = Moment.now
      let session = try self.session(database)
      let values =
        plan.header.values
        + [
          .number(now.milliseconds), .number(session), .number(plan.lines.count),
        ] + summary.values
      try database.run(
        """
        INSERT INTO plan(\(Plan.Header.columns), changed, session, size, \(PlanSummary.columns),
          head, frozen)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)
        """, values)
      let number = Int(database.lastInsertedRowID)
      var writing = PlanWriting(database, plan: number, count: 0)
      try writing.fill(with: plan)
      let step = Step(title: "plan created", kind: .creation, edits: plan.creation)
      try Journal(database, plan: number).write(step, number: 1, session: session, at: now)
      var link = document
      link?.step = 1
      if let link {
        try self.write(link, of: PlanNumber(number), database)
        // Before others can search for it, because unconfirmed links are not found.
        self.documentTrust.confirm(PlanNumber(number), link.path)
      }
      return StoredPlan(number: PlanNumber(number), plan: plan, head: 1, document: link)
    }
  }

  /// Appends a step after the step `head`, or returns the steps that others appended first.
  public func append(
    _ step: Step, to plan: PlanNumber, after head: Int, _ summary: PlanSummary
  ) throws(StoreError) -> Appending {
    try writing { database in
      let number = plan.rawValue
      let state = try self.state(of: number, database)
      guard state.head == head else {
        guard state.head > head else { throw StoreError.unfit }
        return .behind(try Journal(database, plan: number, accountNames).entries(after: head))
      }
      guard !state.isFrozen || step.kind == .reopening else { throw StoreError.frozen }
      let now = Moment.now
      let session = try self.session(database)
      try Journal(database, plan: number).write(
        step, number: head + 1, session: session, at: now)
      var writing = PlanWriting(database, plan: number, count: state.size)
      if !step.edits.isEmpty {
        // The schema protects the lines of a frozen plan, also while it is being reopened.
        if state.isFrozen { throw StoreError.unfit }
        for edit in step.edits { try writing.apply(edit) }
      }
      let isFrozen =
        step.kind == .freezing || (state.isFrozen && step.kind != .reopening)
      let change = RowChange(
        head: head + 1, isFrozen: isFrozen, summary: summary, session: session, at: now)
      try self.update(change, writing)
      return .appended(number: head + 1, at: now)
    }
  }

  /// The state of a plan that a step builds on.
  struct PlanState {
    let head: Int
    let isFrozen: Bool
    let size: Int
  }

  func state(of plan: Int, _ database: Database) throws -> PlanState {
    let state = try Query(database, "SELECT head, frozen, size FROM plan WHERE number = ?")
      .one([.number(plan)], of: "plan \(plan)") { row in
        PlanState(
          head: try row.step(0), isFrozen: try row.flag(1) ?? false, size: try row.count(2))
      }
    guard let state else { throw StoreError.noPlan }
    return state
  }

  /// What a step changes in the plan's own row.
  private struct RowChange {
    let head: Int
    let isFrozen: Bool
    let summary: PlanSummary
    let session: Int
    let at: Moment
  }

  private func update(_ change: RowChange, _ writing: PlanWriting) throws {
    let values: [Value] = [
      .number(change.head), .number(change.isFrozen ? 1 : 0), .number(change.at.milliseconds),
      .number(change.session), .number(writing.count),
    ]
    let changed = try writing.database.run(
      """
      UPDATE plan SET head = ?, frozen = ?, changed = ?, session = ?, size = ?,
        (\(PlanSummary.columns)) = (?, ?, ?, ?, ?, ?, ?, ?) WHERE number = ?
      """,
      values + change.summary.values + [.number(writing.plan)])
    guard changed == 1 else { throw StoreError.noPlan }
    if let header = writing.header {
      try writing.database.run(
        "UPDATE plan SET (\(Plan.Header.columns)) = (?, ?, ?, ?, ?, ?, ?, ?) WHERE number = ?",
        header.values + [.number(writing.plan)])
    }
  }

  /// Throws an error if there is no such plan.
  func require(_ plan: PlanNumber, _ database: Database) throws {
    _ = try state(of: plan.rawValue, database)
  }
}
