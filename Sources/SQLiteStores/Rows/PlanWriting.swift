import GRDB
import Procurement
import Stores

/// Changes the rows of a plan, within a transaction, as edits say: those that an edit touches, and
/// no others.
///
/// An edit that does not fit the rows, or does not start from what they say, is an error, and the
/// transaction is taken back.
struct PlanWriting {
  let database: Database
  let plan: Int
  /// How many lines the plan has.
  private(set) var count: Int
  /// The header, where it has been changed.
  private(set) var header: Plan.Header?
  private var lines: Ranks
  var funds: Ranks
  var groups: Ranks

  /// A writing to a plan of so many lines.
  init(_ database: Database, plan: Int, count: Int) {
    self.database = database
    self.plan = plan
    self.count = count
    lines = Ranks(database, plan: plan, table: "line")
    funds = Ranks(database, plan: plan, table: "fund")
    groups = Ranks(database, plan: plan, table: "buying_group")
  }

  /// Carries out an edit.
  mutating func apply(_ edit: Edit) throws {
    switch edit {
    case .set(line: let id, from: let old, to: let new):
      let present = try self.line(id, withCost: new.field == .cost)
      guard present.content.current(for: new) == old else { throw StoreError.unfit }
      try set(new, of: present.number)
    case .insert(let line, at: let place):
      guard (0...count).contains(place) else { throw StoreError.unfit }
      try insert(line, rank: try lines.rank(for: place, of: count))
      count += 1
    case .remove(let line, at: let place):
      let present = try self.line(line.id, withCost: true)
      guard present.content == line, try lines.has(present.rank, at: place, of: count) else {
        throw StoreError.unfit
      }
      try database.run("DELETE FROM line_cost WHERE line = ?", [.number(present.number)])
      try database.run("DELETE FROM line WHERE number = ?", [.number(present.number)])
      count -= 1
    case .move(line: let id, from: let old, to: let new): try move(id, from: old, to: new)
    case .fund(at: let place, from: let old, to: let new):
      try replace(old, at: place, by: new)
    case .group(at: let place, from: let old, to: let new):
      try replace(old, at: place, by: new)
    case .header(from: let old, to: let new):
      guard try presentHeader() == old else { throw StoreError.unfit }
      header = new
    }
  }

  /// Makes the rows of a new plan, which come in order and have nothing between them.
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
      throw StoreError.failed("a plan has at most \(Ranks.mostRows) lines")
    }
    // Nobody else can put lines in meanwhile, so their numbers are known beforehand.
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
    try lines.end()
    var amounts = Batch(database, into: "line_cost", PlanWriting.costColumns)
    for cost in costs { try amounts.add(cost) }
    try amounts.end()
  }

  private mutating func move(_ id: String, from old: Int, to new: Int) throws {
    let present = try line(id, withCost: false)
    guard (0..<count).contains(new), try lines.has(present.rank, at: old, of: count) else {
      throw StoreError.unfit
    }
    let rank: Int
    do {
      rank = try lines.rank(for: new, of: count - 1, moving: present.rank)
    } catch is Ranks.Exhausted {
      let spread = try line(id, withCost: false).rank
      rank = try lines.rank(for: new, of: count - 1, moving: spread)
    }
    try update("rank", .number(rank), of: present.number)
  }

  // MARK: Lines

  /// Puts a value into one column of the line of a row.
  func update(_ column: String, _ value: Value, of number: Int) throws {
    try database.run(
      "UPDATE line SET \(column) = ? WHERE number = ?", [value, .number(number)])
  }

  private func insert(_ line: PlanLine, rank: Int) throws {
    try database.run(
      """
      INSERT INTO line(plan, rank, \(PlanLine.columns))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, [.number(plan), .number(rank)] + line.values)
    try insert(line.cost, of: Int(database.lastInsertedRowID))
  }

  /// Puts the amounts of a cost in, of which there must be none.
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
