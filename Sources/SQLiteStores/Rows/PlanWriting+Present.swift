import GRDB
import Procurement
import Stores

/// What the rows say now of what an edit is about. An edit that starts from something else is refused,
/// so that the journal always replays to the rows.
extension PlanWriting {
  /// A row of a plan with what it holds.
  struct Present<Content> {
    var number: Int
    var rank: Int
    var content: Content
  }

  /// The line of an id, without its costs unless they are asked for.
  func line(_ id: String, withCost: Bool) throws -> Present<PlanLine> {
    var present = try found("line", PlanLine.columns, id) { row throws(StoreError) in
      var shared = Shared()
      return try row.line(2, sharing: &shared)
    }
    guard withCost else { return present }
    let costs = try Query(database, "SELECT year, kind, pence FROM line_cost WHERE line = ?")
    let amounts = try costs.all([.number(present.number)], of: subject) { row in
      (year: try row.year(0), kind: try row.word(1, as: CostKind.self), money: try row.money(2))
    }
    for amount in amounts { present.content.cost[amount.year, amount.kind] = amount.money }
    return present
  }

  /// The fund of an id.
  func fund(_ id: String) throws -> Present<Fund> {
    var present = try found("fund", "id, name, pays", id) { row throws(StoreError) in
      try row.fund(2)
    }
    present.content.available = try PlanReading(database, plan: plan)
      .available(inFund: present.number)
    return present
  }

  /// The buying group of an id.
  func group(_ id: String) throws -> Present<BuyingGroup> {
    try found("buying_group", "id, name, facility, members", id) { row throws(StoreError) in
      try row.buyingGroup(2)
    }
  }

  /// Title, trust and years, with what the step has changed of them so far.
  func presentHeader() throws -> Plan.Header {
    if let header { return header }
    let stored = try Query(database, "SELECT \(Plan.Header.columns) FROM plan WHERE number = ?")
      .one([.number(plan)], of: subject) { try $0.header(0) }
    guard let stored else { throw StoreError.noPlan }
    return stored
  }

  private var subject: String { "plan \(plan)" }

  private func found<Content>(
    _ table: String, _ columns: String, _ id: String,
    _ read: (Row) throws(StoreError) -> Content
  ) throws -> Present<Content> {
    let query = try Query(
      database, "SELECT number, rank, \(columns) FROM \(table) WHERE plan = ? AND id = ?")
    func present(_ id: String) throws -> Present<Content>? {
      try query.one([.number(plan), .text(id)], of: subject) { row in
        Present(number: try row.number(0), rank: try row.rank(1), content: try read(row))
      }
    }
    if let found = try present(id) { return found }
    guard let stored = try storedID(table, equalTo: id), let found = try present(stored) else {
      throw StoreError.unfit
    }
    return found
  }

  /// The id of a row that is equal to another but composed in another way, for which SQLite has no
  /// comparison; nil where there is none.
  private func storedID(_ table: String, equalTo id: String) throws -> String? {
    try Query(database, "SELECT id FROM \(table) WHERE plan = ?")
      .all([.number(plan)], of: subject) { try $0.text(0) }
      .first { $0 == id }
  }
}
