import GRDB
import Procurement
public import Stores

extension SQLiteStore {
  /// Looks at all that the store holds and says what is wrong with it, in words; nothing where all
  /// is well.
  ///
  /// SQLite checks its file and the references between rows. Then each plan's journal is replayed
  /// from the empty plan, and has to lead to what the plan's rows say.
  public func check() throws(StoreError) -> [String] {
    var problems = try lookedAt { () throws(StoreError) in try self.integrity() }
    let plans: [Int]
    do {
      plans = try reading { database in
        try Query(database, "SELECT number FROM plan ORDER BY number")
          .all([], of: "a plan") { try $0.number(0) }
      }
    } catch .damaged(let what) { return problems + ["the list of plans: \(what)"] }
    for plan in plans {
      problems += try lookedAt { () throws(StoreError) in
        try self.reading { try self.problems(of: plan, $0) }.map { "plan \(plan): \($0)" }
      }
    }
    return problems
  }

  /// What a look tells; damage that ends it is a problem like others.
  private func lookedAt(
    _ look: () throws(StoreError) -> [String]
  ) throws(StoreError) -> [String] {
    do { return try look() } catch .damaged(let what) { return [what] }
  }

  private func integrity() throws(StoreError) -> [String] {
    try reading { database in
      let faults = try Query(database, "PRAGMA integrity_check(100)")
        .all([], of: "the store") { try $0.text(0) }
      let strays = try Query(database, "PRAGMA foreign_key_check").all([], of: "the store") {
        "a row of \(try $0.text(0)) belongs to none of \(try $0.text(2))"
      }
      return faults.filter { $0 != "ok" } + strays
    }
  }

  private func problems(of plan: Int, _ database: Database) throws -> [String] {
    guard let stored = try PlanReading(database, plan: plan).stored() else { return ["it is gone"] }
    var replay = Replay()
    var problems: [String] = []
    try Journal(database, plan: plan).visit { entry in
      if let problem = replay.take(entry) { problems.append(problem) }
      return problems.isEmpty
    }
    guard problems.isEmpty else { return problems }
    if replay.head != stored.head {
      problems.append("its journal ends at step \(replay.head) and not at step \(stored.head)")
    }
    if replay.isFrozen != stored.isFrozen {
      problems.append("it is frozen or not against its journal")
    }
    problems += SQLiteStore.differences(of: stored.plan, from: replay.plan)
    let size = try database.number(
      "SELECT size FROM plan WHERE number = ?", [.number(plan)], of: "plan \(plan)")
    if size != stored.plan.lines.count { problems.append("its number of lines is wrong") }
    return problems
  }

  private static func differences(of plan: Plan, from journal: Plan) -> [String] {
    var differences: [String] = []
    if plan.header != journal.header { differences.append("title, trust or years") }
    if plan.funds != journal.funds { differences.append("funds") }
    if plan.groups != journal.groups { differences.append("groups") }
    if plan.lines.count != journal.lines.count {
      differences.append("the number of lines")
    } else if let pair = zip(plan.lines, journal.lines).first(where: { $0 != $1 }) {
      differences.append("line \(pair.0.id)")
    }
    return differences.map { "\($0) not as the journal has it" }
  }
}
