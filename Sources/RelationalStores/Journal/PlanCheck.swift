import Procurement
package import Stores

/// Compares the rows of a plan with its journal, within a transaction.
package struct PlanCheck {
  private let database: any RelationalConnection
  private let plan: Int
  private var subject: String { "plan \(plan)" }

  /// A check of a plan.
  package init(_ database: any RelationalConnection, plan: Int) {
    self.database = database
    self.plan = plan
  }

  /// The problems of the plan as it was read; empty if there are none.
  package func problems(of stored: StoredPlan) throws -> [String] {
    var replay = Replay()
    var problems: [String] = []
    var last: JournalEntry?
    try Journal(database, plan: plan).visit { entry in
      if let problem = try replay.apply(entry) ?? problem(withLinesOf: entry) {
        problems.append(problem)
      }
      last = entry
      return problems.isEmpty
    }
    guard problems.isEmpty else { return problems }
    if let problem = try JournalChain(database, plan: plan).problem() { problems.append(problem) }
    if replay.head != stored.head {
      problems.append("its journal ends at step \(replay.head), not at step \(stored.head)")
    }
    if replay.isFrozen != stored.isFrozen {
      problems.append("whether it is frozen differs from the journal")
    }
    problems += PlanCheck.differences(of: stored.plan, from: replay.plan)
    return problems + (try problemsOfRow(stored, last))
  }

  /// The problems of the plan's own row, apart from its content.
  private func problemsOfRow(_ stored: StoredPlan, _ last: JournalEntry?) throws -> [String] {
    let query = try Query(
      database,
      """
      SELECT size, changed, \(Author.columns)
      FROM plan JOIN session ON session.id = plan.session WHERE plan.number = ?
      """)
    let row = try query.one([.number(plan)], of: subject) { row in
      (size: try row.count(0), changed: try row.moment(1), author: try row.author(2, nil))
    }
    guard let row else { return [] }
    var problems: [String] = []
    if row.size != stored.plan.lines.count { problems.append("its number of lines is wrong") }
    if row.changed != last?.at || row.author != last?.author {
      problems.append("the author or time of its last change differs from the journal")
    }
    return problems + (try problemsOfDocuments(stored.head))
  }

  /// The documents of all users.
  private func problemsOfDocuments(_ head: Int) throws -> [String] {
    let strays = try database.number(
      "SELECT count(*) FROM document WHERE plan = ? AND step NOT BETWEEN 0 AND ?",
      [.number(plan), .number(head)], of: subject)
    return strays == 0 ? [] : ["one of its documents refers to a step that does not exist"]
  }

  /// The problem of the lines that are listed for a step, which searches of the history rely on.
  private func problem(withLinesOf entry: JournalEntry) throws -> String? {
    let isListed =
      try Query(database, "SELECT listed FROM step WHERE plan = ? AND number = ?")
      .one([.number(plan), .number(entry.number)], of: subject) { try $0.flag(0) } ?? false
    let listed = try Query(database, "SELECT line FROM step_line WHERE plan = ? AND step = ?")
      .all([.number(plan), .number(entry.number)], of: subject) { try $0.text(0) }
    let touched = isListed == true ? Set(entry.step.edits.lazy.flatMap(\.lines)) : []
    return Set(listed) == touched
      ? nil : "step \(entry.number): the lines listed for it are not those that it changes"
  }

  private static func differences(of plan: Plan, from journal: Plan) -> [String] {
    var differences: [String] = []
    if plan.header != journal.header { differences.append("title, trust or years") }
    if plan.funds != journal.funds { differences.append("funds") }
    if plan.groups != journal.groups { differences.append("groups") }
    if plan.lines.count != journal.lines.count {
      differences.append("the number of lines")
    } else if let index = plan.lines.indices.first(where: { plan.lines[$0] != journal.lines[$0] }) {
      differences.append("line \(plan.lines[index].id)")
    }
    return differences.map { "\($0): not the same as in the journal" }
  }
}
