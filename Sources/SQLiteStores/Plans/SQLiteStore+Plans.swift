package import Procurement
import RelationalStores
package import Stores

extension SQLiteStore {
  /// Loads a plan with all its lines.
  package func load(_ number: PlanNumber) throws(StoreError) -> StoredPlan {
    try reading { database in
      guard var stored = try PlanReading(database, plan: number.rawValue).stored() else {
        throw StoreError.noPlan
      }
      stored.document = try self.document(of: number, database)
      return stored
    }
  }

  /// Creates a plan; its first step is its creation.
  package func create(
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
      let added = try database.number(
        """
        INSERT INTO plan(\(Plan.Header.columns), changed, session, size, \(PlanSummary.columns),
          head, frozen)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)
        RETURNING number
        """, values, of: "a plan")
      guard let number = added else { throw StoreError.failed("the plan has no number") }
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
  package func append(
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
}
