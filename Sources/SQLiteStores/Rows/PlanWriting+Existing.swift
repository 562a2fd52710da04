import Procurement
import RelationalStores
import Stores

/// Reads the current rows that an edit refers to. An edit that starts from other values is refused,
/// so that the journal always replays to the rows.
extension PlanWriting {
  /// A row of a plan and its content.
  struct ExistingRow<Content> {
    var number: Int
    var rank: Int
    var content: Content
  }

  /// The line with an id, without its costs unless requested.
  func line(_ id: String, withCost: Bool) throws -> ExistingRow<PlanLine> {
    var existing = try found("line", PlanLine.columns, id) { row throws(StoreError) in
      var shared = Shared()
      return try row.line(2, sharing: &shared)
    }
    guard withCost else { return existing }
    let costs = try Query(database, "SELECT year, kind, pence FROM line_cost WHERE line = ?")
    let amounts = try costs.all([.number(existing.number)], of: subject) { row in
      (year: try row.year(0), kind: try row.word(1, as: CostKind.self), money: try row.money(2))
    }
    for amount in amounts { existing.content.cost[amount.year, amount.kind] = amount.money }
    return existing
  }

  /// The fund with an id.
  func fund(_ id: String) throws -> ExistingRow<Fund> {
    var existing = try found("fund", "id, name, pays, certainty", id) { row throws(StoreError) in
      try row.fund(2)
    }
    existing.content.available = try PlanReading(database, plan: plan)
      .available(inFund: existing.number)
    return existing
  }

  /// The buying group with an id.
  func group(_ id: String) throws -> ExistingRow<BuyingGroup> {
    try found("buying_group", "id, name, facility, members", id) { row throws(StoreError) in
      try row.buyingGroup(2)
    }
  }

  /// The title, trust and years, including the changes of the step so far.
  func currentHeader() throws -> Plan.Header {
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
  ) throws -> ExistingRow<Content> {
    let query = try Query(
      database, "SELECT number, rank, \(columns) FROM \(table) WHERE plan = ? AND id = ?")
    func existing(_ id: String) throws -> ExistingRow<Content>? {
      try query.one([.number(plan), .text(id)], of: subject) { row in
        ExistingRow(number: try row.number(0), rank: try row.rank(1), content: try read(row))
      }
    }
    if let found = try existing(id) { return found }
    guard let stored = try storedID(table, equalTo: id), let found = try existing(stored) else {
      throw StoreError.unfit
    }
    return found
  }

  /// The stored id that is canonically equal to an id but has other code points, which SQLite
  /// cannot compare; nil if there is none.
  private func storedID(_ table: String, equalTo id: String) throws -> String? {
    try Query(database, "SELECT id FROM \(table) WHERE plan = ?")
      .all([.number(plan)], of: subject) { try $0.text(0) }
      .first { $0 == id }
  }
}
