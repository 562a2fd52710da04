import Procurement
import RelationalStores
import Stores
import Text

/// Reads a plan from its rows.
struct PlanReading {
  private let database: any RelationalConnection
  private let plan: Int
  private var subject: String { "plan \(plan)" }

  /// Reads a plan within a transaction.
  init(_ database: any RelationalConnection, plan: Int) {
    self.database = database
    self.plan = plan
  }

  /// The plan and its state, without its document; nil if there is none.
  func stored() throws -> StoredPlan? {
    let query = try Query(
      database, "SELECT \(Plan.Header.columns), head, frozen FROM plan WHERE number = ?")
    let stored = try query.one([.number(plan)], of: subject) { row in
      StoredPlan(
        number: PlanNumber(plan), plan: Plan(header: try row.header(0)), head: try row.step(8),
        isFrozen: try row.flag(9) ?? false)
    }
    guard var stored else { return nil }
    stored.plan.funds = try funds()
    stored.plan.groups = try groups()
    stored.plan.lines = PlanLines(try lines())
    guard stored.plan.total != nil else {
      throw StoreError.damaged("\(subject): its amounts are too large to add up")
    }
    return stored
  }

  private func funds() throws -> [Fund] {
    let query = try Query(
      database, "SELECT number, id, name, pays, certainty FROM fund WHERE plan = ? ORDER BY rank")
    let funds = try query.all([.number(plan)], of: subject) { row in
      (try row.number(0), try row.fund(1))
    }
    return try funds.map { number, fund in
      var fund = fund
      fund.available = try available(inFund: number)
      return fund
    }
  }

  /// The amounts available in the fund in a row.
  func available(inFund number: Int) throws -> [FinancialYear: Money] {
    let query = try Query(database, "SELECT year, pence FROM fund_amount WHERE fund = ?")
    let amounts = try query.all([.number(number)], of: subject) { row in
      (try row.year(0), try row.money(1))
    }
    return Dictionary(amounts) { first, _ in first }
  }

  private func groups() throws -> [BuyingGroup] {
    let query = try Query(
      database, "SELECT id, name, facility, members FROM buying_group WHERE plan = ? ORDER BY rank")
    return try query.all([.number(plan)], of: subject) { row in
      try row.buyingGroup(0)
    }
  }

  /// The lines in order, read by two queries in parallel: lines and their costs.
  private func lines() throws -> [PlanLine] {
    let lines = try Query(
      database, "SELECT number, \(PlanLine.columns) FROM line WHERE plan = ? ORDER BY rank")
    let costs = try Query(
      database,
      """
      SELECT line, year, kind, pence FROM line CROSS JOIN line_cost ON line_cost.line = line.number
      WHERE plan = ? ORDER BY rank, year, kind
      """)
    try lines.bind([.number(plan)])
    try costs.bind([.number(plan)])
    defer {
      lines.end()
      costs.end()
    }
    var result: [PlanLine] = []
    var shared = Shared()
    var hasCost = try costs.next()
    while try lines.next() {
      let row = lines.row(subject)
      let number = try row.number(0)
      var line = try row.line(1, sharing: &shared)
      while hasCost {
        let cost = costs.row("\(subject), line \(line.id)")
        guard try cost.number(0) == number else { break }
        line.cost[try cost.year(1), try cost.word(2)] = try cost.money(3)
        hasCost = try costs.next()
      }
      result.append(line)
    }
    guard !hasCost else { throw StoreError.damaged("\(subject): a cost has no line") }
    return result
  }
}

extension Row {
  /// The fund in four columns, without its amounts.
  func fund(_ first: CInt) throws(StoreError) -> Fund {
    Fund(
      id: try text(first), name: try text(first + 1), pays: try word(first + 2),
      certainty: try word(first + 3))
  }

  /// The buying group in four columns.
  func buyingGroup(_ first: CInt) throws(StoreError) -> BuyingGroup {
    BuyingGroup(
      id: try text(first), name: try text(first + 1), facility: try text(first + 2),
      members: isNull(first + 3)
        ? [] : try json(first + 3) { json throws(JSON.TypeMismatch) in try json.texts })
  }
}
