import GRDB
import Procurement
import Stores

/// Changes the rows of a plan, within a transaction, as edits say: those that an edit touches, and
/// no others.
///
/// An edit that does not fit the rows is an error, and the transaction is taken back.
struct PlanWriting {
  let database: Database
  let plan: Int
  /// How many lines the plan has.
  private(set) var count: Int
  /// The header, where it has been changed.
  private(set) var header: Plan.Header?
  private var lines: Ranks
  private var funds: Ranks
  private var groups: Ranks

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
    case .set(line: let id, from: _, to: let value): try set(value, of: id)
    case .insert(let line, at: let place):
      guard (0...count).contains(place) else { throw StoreError.unfit }
      try insert(line, rank: try lines.rank(for: place, of: count))
      count += 1
    case .remove(let line, at: _):
      let number = try number(of: line.id)
      try database.run("DELETE FROM line_cost WHERE line = ?", [.number(number)])
      try database.run("DELETE FROM line WHERE number = ?", [.number(number)])
      lines.forget()
      count -= 1
    case .move(line: let id, from: _, to: let place): try move(id, to: place)
    case .fund(at: let place, from: let old, to: let new):
      try replace(old?.id, new?.id, "fund", &funds, at: place) { writing, number, rank in
        try writing.write(new, over: number, rank: rank)
      }
    case .group(at: let place, from: let old, to: let new):
      try replace(old?.id, new?.id, "buying_group", &groups, at: place) { writing, number, rank in
        try writing.write(new, over: number, rank: rank)
      }
    case .header(from: _, to: let new): header = new
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
    // Nobody else can put lines in meanwhile, so their numbers are known beforehand.
    var number =
      try database.number("SELECT ifnull(max(number), 0) FROM line", of: "the lines") ?? 0
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

  private mutating func move(_ id: String, to place: Int) throws {
    guard (0..<count).contains(place) else { throw StoreError.unfit }
    func rank() throws -> Int {
      let rank = try database.number(
        "SELECT rank FROM line WHERE plan = ? AND id = ?", [.number(plan), .text(id)],
        of: "plan \(plan)")
      guard let rank else { throw StoreError.unfit }
      return rank
    }
    let new: Int
    do { new = try lines.rank(for: place, of: count - 1, moving: try rank()) } catch is Ranks
      .Exhausted
    {
      new = try lines.rank(for: place, of: count - 1, moving: try rank())
    }
    try update("rank", .number(new), of: id)
    lines.forget()
  }

  // MARK: Lines

  /// The number of the row of a line.
  func number(of id: String) throws -> Int {
    let number = try database.number(
      "SELECT number FROM line WHERE plan = ? AND id = ?", [.number(plan), .text(id)],
      of: "plan \(plan)")
    guard let number else { throw StoreError.unfit }
    return number
  }

  /// Puts a value into one column of a line.
  func update(_ column: String, _ value: Value, of id: String) throws {
    let changed = try database.run(
      "UPDATE line SET \(column) = ? WHERE plan = ? AND id = ?",
      [value, .number(plan), .text(id)])
    guard changed == 1 else { throw StoreError.unfit }
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
