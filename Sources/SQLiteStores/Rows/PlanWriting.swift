import Procurement
import RelationalStores
import Stores

/// Applies edits to the rows of a plan, within a transaction. Only rows that an edit affects are
/// changed.
///
/// An edit that cannot be applied to the rows, or starts from other values, is an error, and the
/// transaction is rolled back.
struct PlanWriting {
  let database: any RelationalConnection
  let plan: Int
  /// The number of lines of the plan.
  private(set) var count: Int
  /// The header, if it has been changed.
  private(set) var header: Plan.Header?
  private var lines: Ranks
  var funds: Ranks
  var groups: Ranks

  /// Writes to a plan with a number of lines.
  init(_ database: any RelationalConnection, plan: Int, count: Int) {
    self.database = database
    self.plan = plan
    self.count = count
    lines = Ranks(database, plan: plan, table: "line")
    funds = Ranks(database, plan: plan, table: "fund")
    groups = Ranks(database, plan: plan, table: "buying_group")
  }

  /// Applies an edit.
  mutating func apply(_ edit: Edit) throws {
    switch edit {
    case .set(line: let id, from: let old, to: let new):
      let existing = try self.line(id, withCost: new.field == .cost)
      guard existing.content.current(for: new) == old else { throw StoreError.unfit }
      try set(new, of: existing.number)
    case .insert(let line, at: let place):
      guard (0...count).contains(place) else { throw StoreError.unfit }
      try insert(line, rank: try lines.rank(for: place, of: count))
      count += 1
    case .remove(let line, at: let place):
      let existing = try self.line(line.id, withCost: true)
      guard existing.content == line, try lines.has(existing.rank, at: place, of: count) else {
        throw StoreError.unfit
      }
      try database.run("DELETE FROM line_cost WHERE line = ?", [.number(existing.number)])
      try database.run("DELETE FROM line WHERE number = ?", [.number(existing.number)])
      count -= 1
    case .move(line: let id, from: let old, to: let new): try move(id, from: old, to: new)
    case .fund(at: let place, from: let old, to: let new):
      try replace(old, at: place, by: new)
    case .group(at: let place, from: let old, to: let new):
      try replace(old, at: place, by: new)
    case .header(from: let old, to: let new):
      guard try currentHeader() == old else { throw StoreError.unfit }
      header = new
    }
  }

  /// Inserts the rows of a new plan.
  mutating func fill(with plan: Plan) throws {
    for (place, fund) in plan.funds.enumerated() {
      try write(fund, over: nil, rank: place * Ranks.gap)
    }
    for (place, group) in plan.groups.enumerated() {
      try write(group, over: nil, rank: place * Ranks.gap)
    }
    try fill(with: plan.lines)
  }

  private mutating func fill(with plan: PlanLines) throws {
    guard plan.count <= Ranks.mostRows else {
      throw StoreError.failed("a plan can have at most \(Ranks.mostRows) lines")
    }
    // No other session can insert lines meanwhile, so their numbers are known beforehand.
    var number =
      try database.number(
        "SELECT ifnull(max(number), 0) FROM line WHERE number BETWEEN ? AND ?",
        [.number(Bounds.lineRows.lowerBound), .number(Bounds.lineRows.upperBound)],
        of: "the lines") ?? 0
    var lines = Batch(database, into: "line", "number, plan, rank, \(PlanLine.columns)")
    var costs: [[Value]] = []
    for line in plan {
      number += 1
      let place: [Value] = [.number(number), .number(self.plan), .number(count * Ranks.gap)]
      try lines.add(place + line.values)
      costs += line.cost.amounts.map { PlanWriting.values(of: $0, line: number) }
      count += 1
    }
    try lines.flush()
    var amounts = Batch(database, into: "line_cost", PlanWriting.costColumns)
    for cost in costs { try amounts.add(cost) }
    try amounts.flush()
  }

  private mutating func move(_ id: String, from old: Int, to new: Int) throws {
    let existing = try line(id, withCost: false)
    guard (0..<count).contains(new), try lines.has(existing.rank, at: old, of: count) else {
      throw StoreError.unfit
    }
    let rank: Int
    do {
      rank = try lines.rank(for: new, of: count - 1, moving: existing.rank)
    } catch is Ranks.Exhausted {
      let spread = try line(id, withCost: false).rank
      rank = try lines.rank(for: new, of: count - 1, moving: spread)
    }
    try update("rank", .number(rank), of: existing.number)
  }

  // MARK: Lines

  /// Sets one column of the line in a row.
  func update(_ column: String, _ value: Value, of number: Int) throws {
    try database.run(
      "UPDATE line SET \(column) = ? WHERE number = ?", [value, .number(number)])
  }

  private func insert(_ line: PlanLine, rank: Int) throws {
    let number = try database.number(
      """
      INSERT INTO line(plan, rank, \(PlanLine.columns))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number
      """, [.number(plan), .number(rank)] + line.values, of: "plan \(plan)")
    guard let number else { throw StoreError.failed("the line has no number") }
    try insert(line.cost, of: number)
  }

  /// Inserts the amounts of a cost for a line that has none.
  func insert(_ cost: Cost, of number: Int) throws {
    for amount in cost.amounts {
      try database.run(
        "INSERT INTO line_cost(\(PlanWriting.costColumns)) VALUES (?, ?, ?, ?)",
        PlanWriting.values(of: amount, line: number))
    }
  }

  private static let costColumns = "line, year, kind, pence"

  private static func values(of amount: Cost.Amount, line: Int) -> [Value] {
    [
      .number(line), .number(amount.year.start), .text(amount.kind.rawValue),
      .integer(amount.money.pence),
    ]
  }
}
