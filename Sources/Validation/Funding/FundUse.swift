import Procurement

/// Who draws on which fund in one financial year, and who is short, when lines draw in order.
struct FundUse {
  /// What a line draws of one kind.
  private struct Cell {
    let line: Int
    let kind: CostKind
    /// The funds that it names for the kind.
    let funds: [Int]
    /// What each fund pays of it.
    var paid: [Int: Int64] = [:]
    var short: Int64 = 0
  }

  /// A way to give money to a line that is short: its first line takes the first fund from the
  /// second line, which takes the second fund from the third, and so on. The last fund has money
  /// left.
  struct Way {
    var lines: [Int]
    var funds: [Int]
    /// How much money goes this way.
    var amount: Int64
  }

  /// How a search has come to a line that draws on a fund: from which cell, and how much can go
  /// this way.
  private struct Arrival {
    var from: Int?
    var fund: Int?
    var amount: Int64
  }

  private var cells: [Cell] = []
  private var left: [Int: Int64] = [:]
  /// The cells that draw on each fund.
  private var users: [Int: [Int]] = [:]

  /// The use of funds in a year, by draws in their order.
  init(
    _ draws: [(line: Int, draw: Draw)], by demands: [FundingDemand?], on funds: [Fund],
    in year: FinancialYear
  ) {
    for (place, fund) in funds.enumerated() { left[place] = fund.available[year]?.pence }
    for (line, draw) in draws where draw.year == year {
      if cells.last?.line != line || cells.last?.kind != draw.kind {
        let group = DemandGroup(draw.kind, named: demands[line]?.funds ?? [], of: funds)
        cells.append(Cell(line: line, kind: draw.kind, funds: group.funds))
      }
      let cell = cells.count - 1
      guard let fund = draw.fund else {
        cells[cell].short += draw.money.pence
        continue
      }
      cells[cell].paid[fund, default: 0] += draw.money.pence
      left[fund, default: 0] -= draw.money.pence
      if users[fund]?.last != cell { users[fund, default: []].append(cell) }
    }
  }

  /// Up to so many ways to give money to lines that are short, those that carry most first.
  func ways(_ most: Int) -> [Way] {
    var arrivals: [Int: Arrival] = [:]
    var queue = cells.indices.filter { cells[$0].short > 0 }
    for cell in queue { arrivals[cell] = Arrival(amount: cells[cell].short) }
    var seenFunds: Set<Int> = []
    var ways: [Way] = []
    var next = 0
    while next < queue.count {
      let cell = queue[next]
      next += 1
      for fund in cells[cell].funds {
        if let left = left[fund], left > 0, let way = way(to: cell, arrivals, fund, left) {
          ways.append(way)
        } else if seenFunds.insert(fund).inserted {
          for user in users[fund] ?? [] where arrivals[user] == nil {
            let amount = min(arrivals[cell]?.amount ?? 0, cells[user].paid[fund] ?? 0)
            arrivals[user] = Arrival(from: cell, fund: fund, amount: amount)
            queue.append(user)
          }
        }
      }
    }
    // Of ways that carry the same, the shorter one was found first.
    let order = ways.indices.sorted { (ways[$1].amount, $0) < (ways[$0].amount, $1) }
    return order.prefix(most).map { ways[$0] }
  }

  /// The way that a search has gone to a cell, and on to a fund with money left.
  private func way(
    to cell: Int, _ arrivals: [Int: Arrival], _ fund: Int, _ left: Int64
  ) -> Way? {
    guard let end = arrivals[cell] else { return nil }
    var way = Way(lines: [], funds: [fund], amount: min(end.amount, left))
    var next: Int? = cell
    while let cell = next, let arrival = arrivals[cell] {
      way.lines.append(cells[cell].line)
      if let fund = arrival.fund { way.funds.append(fund) }
      next = arrival.from
    }
    way.lines.reverse()
    way.funds.reverse()
    return way.lines.count > 1 ? way : nil
  }
}

extension FundUse.Way {
  /// Changes of the order of funds or, with `places`, of lines that may send money this way.
  func changes(places: Bool) -> [[DrawOrder.Step]] {
    let giving = lines.indices.dropFirst()
    let prefer = giving.map { number in
      DrawOrder.Step.prefer(line: lines[number], fund: funds[number], to: funds[number - 1])
    }
    var changes = [prefer]
    if prefer.count > 1 { changes += prefer.map { [$0] } }
    guard places else { return changes }
    let up = giving.reversed().map { number in
      DrawOrder.Step.moveUp(line: lines[number - 1], before: lines[number])
    }
    let down = giving.map { number in
      DrawOrder.Step.moveDown(line: lines[number], after: lines[number - 1])
    }
    changes += [up, down]
    if giving.count > 1 { changes += (up + down).map { [$0] } }
    return changes
  }
}
