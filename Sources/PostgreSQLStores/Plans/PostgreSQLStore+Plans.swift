package import Procurement
import RelationalStores
package import Stores
import Text

extension PostgreSQLStore {
  /// How many steps after a snapshot are read before another is kept.
  private static let stepsPerSnapshot = 200

  package func load(_ number: PlanNumber) throws(StoreError) -> StoredPlan {
    let known = try read(number)
    var stored = StoredPlan(
      number: number, plan: known.replay.plan, head: known.replay.head,
      isFrozen: known.replay.isFrozen)
    stored.document = try reading { try self.document(of: number, $0) }
    return stored
  }

  /// Reads a plan: its last snapshot, and the steps after it, all as they are at one moment.
  private func read(_ number: PlanNumber) throws(StoreError) -> KnownPlan {
    let subject = "plan \(number)"
    let rows = try reading { database in
      try Query(database, PostgreSQLStore.content).all([.number(number.rawValue)], of: subject) {
        row in
        (
          step: try row.step(0), isSnapshot: try row.flag(1) ?? false, edits: try row.edits(2),
          kind: row.isNull(3) ? nil : try row.stepKind(3),
          isSnapshotFrozen: try row.flag(5) ?? false
        )
      }
    }
    guard let first = rows.first else { throw .noPlan }
    var replay = Replay()
    if first.isSnapshot {
      let isFrozen = first.isSnapshotFrozen
      guard let start = Replay(first.edits, after: first.step, isFrozen: isFrozen) else {
        throw .damaged("\(subject): its snapshot cannot be applied")
      }
      replay = start
    }
    for row in rows where !row.isSnapshot {
      let step = Step(title: "", kind: row.kind ?? .edit, edits: row.edits)
      if let problem = replay.apply(step, number: row.step) {
        throw .damaged("\(subject): \(problem)")
      }
    }
    guard replay.plan.total != nil else {
      throw .damaged("\(subject): its amounts are too large to add up")
    }
    let plan = KnownPlan(number: number, replay: replay)
    known = plan
    if rows.count > PostgreSQLStore.stepsPerSnapshot { keepSnapshot(of: plan) }
    return plan
  }

  private static let content = """
    SELECT step, 1::smallint, content, NULL::text, NULL::bigint, frozen
    FROM snapshot WHERE plan = ?1
    UNION ALL
    SELECT step.number, 0::smallint, edits, kind, of, 0::smallint FROM step WHERE step.plan = ?1
      AND step.number > coalesce((SELECT max(step) FROM snapshot WHERE plan = ?1), 0)
    ORDER BY 1, 2 DESC
    """

  /// Spares the next session the steps so far. If it fails, they are read again.
  private func keepSnapshot(of plan: KnownPlan) {
    guard disabledReason == nil else { return }
    let content = JSON.list(plan.replay.plan.creation.map { JSON($0) }).compact
    _ = try? repeatable { connection in
      try connection.run(
        native: PostgreSQLStore.call("keep_snapshot", 6),
        [
          .number(plan.number.rawValue), .number(plan.replay.head),
          .number(plan.replay.isFrozen ? 1 : 0), .text(self.author.session),
          .text(self.author.host), .text(content),
        ])
    }
  }

  package func create(
    _ plan: Plan, _ summary: PlanSummary, for document: DocumentLink?
  ) throws(StoreError) -> StoredPlan {
    if disabledReason != nil { throw .readOnly }
    let step = Step(title: "plan created", kind: .creation, edits: plan.creation)
    // The same plan is not created twice where the first answer is lost.
    let token = "\(author.session)-\(UInt64.random(in: .min ... .max))"
    var link = document
    link?.step = 1
    let values: [Value] =
      [.text(token), .text(author.session), .text(author.host), .text(step.title)]
      + [.text(step.editsText), .number(plan.lines.count)] + plan.header.values + summary.values
      + (link.map { link in
        [
          .text(stored(path: link.path)), .number(link.size),
          .integer(Int64(bitPattern: link.hash)),
        ]
      } ?? [.null, .null, .null])
    let answer = try repeatable { connection in
      try connection.run(native: PostgreSQLStore.call("create_plan", values.count), values)
    }
    guard let created = answer.integer(0, 0) else { throw .failed("the plan has no number") }
    let number = PlanNumber(Int(created))
    // Before others can search for it, because unconfirmed links are not found.
    if let link { documentTrust.confirm(number, link.path) }
    var replay = Replay()
    _ = replay.apply(step, number: 1)
    known = KnownPlan(number: number, replay: replay)
    return StoredPlan(number: number, plan: plan, head: 1, document: link)
  }

  package func append(
    _ step: Step, to plan: PlanNumber, after head: Int, _ summary: PlanSummary
  ) throws(StoreError) -> Appending {
    if disabledReason != nil { throw .readOnly }
    let before = if let known, known.is(plan, after: head) { known } else { try read(plan) }
    guard before.replay.head >= head else { throw .unfit }
    guard before.replay.head == head else { return .behind(try entries(of: plan, after: head)) }
    if before.replay.isFrozen, step.kind != .reopening { throw .frozen }
    let after = try before.following(step)
    let values = request(for: step, leadingTo: after, summary)
    let answer = try repeatable { connection in
      try connection.run(native: PostgreSQLStore.call("append", values.count), values)
    }
    guard let moment = answer.integer(0, 1) else { throw .failed("the step has no time") }
    guard answer.integer(0, 0) == Int64(head + 1) else {
      return .behind(try entries(of: plan, after: head))
    }
    known = after
    return .appended(number: head + 1, at: Moment(milliseconds: Int(moment)))
  }

  private func request(
    for step: Step, leadingTo after: KnownPlan, _ summary: PlanSummary
  ) -> [Value] {
    let lines = Set(step.edits.lazy.flatMap(\.lines))
    let listed: Value =
      lines.count > Journal.mostLines
      ? .null
      : .text(
        JSON.texts(lines.map { EscapedNUL.encoded($0.canonical) }).compact)
    return [
      .number(after.number.rawValue), .number(after.replay.head - 1), .text(author.session),
      .text(author.host), .text(step.kind.word), step.kind.subject.map(Value.number) ?? .null,
      .text(step.title), .text(step.editsText), listed,
      .number(after.replay.plan.lines.count),
    ] + after.replay.plan.header.values + summary.values
  }

  package func delete(_ plan: PlanNumber) throws(StoreError) {
    if disabledReason != nil { throw .readOnly }
    _ = try repeatable { connection in
      try connection.run(
        native: PostgreSQLStore.call("delete_plan", 1), [.number(plan.rawValue)])
    }
    known = nil
  }

  package func keep(_ draft: Draft?, of plan: PlanNumber) throws(StoreError) {
    if disabledReason != nil { throw .readOnly }
    let columns = draft?.subject.columns
    let values: [Value] = [
      .number(plan.rawValue), .text(author.session), .text(author.host),
      .optional(columns?.kind.rawValue), .optional(columns?.id), .optional(draft?.field),
      .optional(draft?.text),
    ]
    _ = try repeatable { connection in
      try connection.run(native: PostgreSQLStore.call("keep_draft", values.count), values)
    }
  }

  /// A call of one of the schema's functions with a number of arguments.
  private static func call(_ function: String, _ count: Int) -> String {
    let arguments = (1...count).map { "$\($0)" }.joined(separator: ", ")
    return "SELECT * FROM \(QualifiedSQL.schema).\(function)(\(arguments))"
  }
}

extension Step {
  /// Its edits as a journal has them.
  fileprivate var editsText: String { JSON.list(edits.map { JSON($0) }).compact }
}
