import GRDB
import Procurement
import Stores

/// Funds and buying groups, which are changed, added and removed in the same way.
extension PlanWriting {
  /// Has the part of an old id give way to that of a new one, or one of the two: `write` gets the
  /// number of the old one's row and a rank for it.
  func replace(
    _ old: String?, _ new: String?, _ table: String, _ ranks: inout Ranks, at place: Int,
    _ write: (PlanWriting, Int?, Int) throws -> Void
  ) throws {
    let found = try old.map { try row(of: $0, in: table) }
    if old != nil, found == nil { throw StoreError.unfit }
    if let new, let taken = try? row(of: new, in: table), taken.number != found?.number {
      throw StoreError.unfit
    }
    if let found {
      try write(self, found.number, found.rank)
      ranks.forget()
      return
    }
    let count =
      try database.number(
        "SELECT count(*) FROM \(table) WHERE plan = ?", [.number(plan)], of: "plan \(plan)") ?? 0
    guard (0...count).contains(place) else { throw StoreError.unfit }
    if new != nil { try write(self, nil, try ranks.rank(for: place, of: count)) }
  }

  private func row(of id: String, in table: String) throws -> (number: Int, rank: Int) {
    let row = try Query(database, "SELECT number, rank FROM \(table) WHERE plan = ? AND id = ?")
      .one([.number(plan), .text(id)], of: "plan \(plan)") { (try $0.number(0), try $0.number(1)) }
    guard let row else { throw StoreError.unfit }
    return row
  }

  /// Writes a fund over the row of a number, or puts it in, or takes the row out.
  func write(_ fund: Fund?, over number: Int?, rank: Int) throws {
    if let number {
      try database.run("DELETE FROM fund_amount WHERE fund = ?", [.number(number)])
    }
    let number = try write(
      "fund", ["id", "name", "pays"],
      fund.map { [.text($0.id), .text($0.name), .text($0.pays.rawValue)] }, over: number,
      rank: rank)
    for (year, money) in fund?.available ?? [:] {
      try database.run(
        "INSERT INTO fund_amount(fund, year, pence) VALUES (?, ?, ?)",
        [.number(number), .number(year.start), .integer(money.pence)])
    }
  }

  /// Writes a buying group over the row of a number, or puts it in, or takes the row out.
  func write(_ group: BuyingGroup?, over number: Int?, rank: Int) throws {
    let values = group.map { group -> [Value] in
      let members = JSON.list(group.members.map(JSON.text)).written
      return [.text(group.id), .text(group.name), .text(group.facility), .text(members)]
    }
    _ = try write(
      "buying_group", ["id", "name", "facility", "members"], values, over: number, rank: rank)
  }

  /// Writes values over a row, puts them in as one, or takes the row out; returns its number.
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
      try database.run(
        "INSERT INTO \(table)(plan, rank, \(names)) VALUES (?, ?\(marks))",
        [.number(plan), .number(rank)] + values)
      return Int(database.lastInsertedRowID)
    case (nil, let number?):
      try database.run("DELETE FROM \(table) WHERE number = ?", [.number(number)])
      return number
    case (nil, nil): return 0
    }
  }
}
