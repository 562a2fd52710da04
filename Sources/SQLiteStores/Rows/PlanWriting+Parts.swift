import Procurement
import RelationalStores
import Stores
import Text

/// Writes funds and buying groups, which are changed, added and removed in the same way. The schema
/// ensures that ids are unique.
extension PlanWriting {
  /// Replaces the old fund at a place by the new one; nil adds or removes one.
  mutating func replace(_ old: Fund?, at place: Int, by new: Fund?) throws {
    let existing = try old.map { try fund($0.id) }
    guard existing?.content == old else { throw StoreError.unfit }
    let rank = try funds.rank(ofExisting: existing?.rank, at: place)
    try write(new, over: existing?.number, rank: rank)
  }

  /// Replaces the old group at a place by the new one; nil adds or removes one.
  mutating func replace(_ old: BuyingGroup?, at place: Int, by new: BuyingGroup?) throws {
    let existing = try old.map { try group($0.id) }
    guard existing?.content == old else { throw StoreError.unfit }
    let rank = try groups.rank(ofExisting: existing?.rank, at: place)
    try write(new, over: existing?.number, rank: rank)
  }

  /// Updates the row of a fund, or inserts or deletes it.
  func write(_ fund: Fund?, over number: Int?, rank: Int) throws {
    if let number {
      try database.run("DELETE FROM fund_amount WHERE fund = ?", [.number(number)])
    }
    let number = try write(
      "fund", ["id", "name", "pays", "certainty"],
      fund.map { fund in
        [
          .text(fund.id), .text(fund.name), .text(fund.pays.rawValue),
          .text(fund.certainty.rawValue),
        ]
      }, over: number, rank: rank)
    for (year, money) in fund?.available ?? [:] {
      try database.run(
        "INSERT INTO fund_amount(fund, year, pence) VALUES (?, ?, ?)",
        [.number(number), .number(year.start), .integer(money.pence)])
    }
  }

  /// Updates the row of a buying group, or inserts or deletes it.
  func write(_ group: BuyingGroup?, over number: Int?, rank: Int) throws {
    let values = group.map { group -> [Value] in
      let members = JSON.texts(group.members).compact
      return [.text(group.id), .text(group.name), .text(group.facility), .text(members)]
    }
    _ = try write(
      "buying_group", ["id", "name", "facility", "members"], values, over: number, rank: rank)
  }

  /// Updates, inserts or deletes a row; returns its number.
  private func write(
    _ table: String, _ columns: [String], _ values: [Value]?, over number: Int?, rank: Int
  ) throws -> Int {
    switch (values, number) {
    case (let values?, let number?):
      let assignments = columns.map { "\($0) = ?" }.joined(separator: ", ")
      try database.run(
        "UPDATE \(table) SET \(assignments) WHERE number = ?", values + [.number(number)])
      return number
    case (let values?, nil):
      let names = columns.joined(separator: ", ")
      let marks = columns.map { _ in ", ?" }.joined()
      let added = try database.number(
        "INSERT INTO \(table)(plan, rank, \(names)) VALUES (?, ?\(marks)) RETURNING number",
        [.number(plan), .number(rank)] + values, of: "plan \(plan)")
      guard let added else { throw StoreError.failed("the \(table) has no number") }
      return added
    case (nil, let number?):
      try database.run("DELETE FROM \(table) WHERE number = ?", [.number(number)])
      return number
    case (nil, nil): return 0
    }
  }
}
