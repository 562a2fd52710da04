import Procurement
package import Stores
import Text

/// The journal of a plan, within a transaction.
package struct Journal {
  /// The lines of a step that changes more lines than this are not listed, so a search for one of
  /// them must read the step.
  package static let mostLines = 1_000

  private static let columns =
    "step.number, at, kind, of, title, edits, \(Author.columns)"

  private let database: any RelationalConnection
  private let plan: Int
  private let accounts: AccountNames?

  /// The journal of a plan; `accounts` has the names of its authors.
  package init(_ database: any RelationalConnection, plan: Int, _ accounts: AccountNames? = nil) {
    self.database = database
    self.plan = plan
    self.accounts = accounts
  }

  /// Writes a step.
  package func write(_ step: Step, number: Int, session: Int, at: Moment) throws {
    let lines = Set(step.edits.lazy.flatMap(\.lines))
    let isListed = step.kind != .creation && lines.count <= Journal.mostLines
    try database.run(
      """
      INSERT INTO step(plan, number, session, at, kind, of, title, listed, edits)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .number(plan), .number(number), .number(session), .number(at.milliseconds),
        .text(step.kind.word), step.kind.subject.map(Value.number) ?? .null, .text(step.title),
        .number(isListed ? 1 : 0), .text(JSON.list(step.edits.map { JSON($0) }).compact),
      ])
    try JournalChain(database, plan: plan).extend()
    guard isListed else { return }
    for line in lines {
      try database.run(
        "INSERT INTO step_line(plan, line, step) VALUES (?, ?, ?)",
        [.number(plan), .text(line.canonical), .number(number)])
    }
  }

  /// The steps after a number, in order.
  package func entries(after number: Int) throws -> [JournalEntry] {
    let query = try Query(
      database,
      """
      SELECT \(Journal.columns) FROM step JOIN session ON session.id = step.session
      WHERE step.plan = ? AND step.number > ? ORDER BY step.number
      """)
    return try query.all([.number(plan), .number(number)], of: "plan \(plan), a step") {
      try entry($0)
    }
  }

  /// Visits all steps in order, one in memory at a time, until `visit` returns false.
  package func visit(_ visit: (JournalEntry) throws -> Bool) throws {
    let query = try Query(
      database,
      """
      SELECT \(Journal.columns) FROM step JOIN session ON session.id = step.session
      WHERE step.plan = ? ORDER BY step.number
      """)
    try query.bind([.number(plan)])
    defer { query.end() }
    while try query.next() {
      guard try visit(try entry(query.row("plan \(plan), a step"))) else { return }
    }
  }

  /// A limited number of matching steps before a number, latest first.
  ///
  /// The cheap conditions come first: the edits of a step are only read if everything else matches.
  package func history(
    before number: Int?, limit: Int, _ filter: HistoryFilter
  ) throws -> [JournalEntry] {
    let query = try Query(
      database,
      """
      SELECT \(Journal.columns) FROM step JOIN session ON session.id = step.session
      WHERE step.plan = ?1 AND step.number < ?2 AND (CAST(?3 AS TEXT) IS NULL OR listed = 0 OR EXISTS (
        SELECT * FROM step_line
        WHERE step_line.plan = ?1 AND step_line.line IN (?3, ?4) AND step_line.step = step.number))
      ORDER BY step.number DESC
      """)
    try query.bind([
      .number(plan), .number(number ?? .max), filter.line.map(Value.text) ?? .null,
      filter.line.map { .text($0.canonical) } ?? .null,
    ])
    defer { query.end() }
    var entries: [JournalEntry] = []
    while entries.count < limit, try query.next() {
      let row = query.row("plan \(plan), a step")
      let cheap = HistoryFilter(person: filter.person, day: filter.day)
      let bare = JournalEntry(
        number: 0, author: try row.author(6, accounts), at: try row.moment(1),
        step: Step(title: "", edits: []))
      guard cheap.accepts(bare) else { continue }
      let entry = try entry(row)
      if filter.accepts(entry) { entries.append(entry) }
    }
    return entries
  }

  private func entry(_ row: Row) throws(StoreError) -> JournalEntry {
    JournalEntry(
      number: try row.step(0), author: try row.author(6, accounts), at: try row.moment(1),
      step: Step(title: try row.text(4), kind: try row.stepKind(2), edits: try row.edits(5)))
  }
}
