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

  /// A path for money to a line that is short: the first line takes the first fund from the
  /// second line, which takes the second fund from the third, and so on. The last fund has money
  /// left.
  struct Path {
    var lines: [Int]
    var funds: [Int]
    /// How much money the path carries.
    var amount: Int64
  }

  /// How the search reached a cell: from which other cell, through which fund, and how much the
  /// path so far can carry.
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

  /// Up to `most` paths for money to lines that are short, those that carry most first.
  func paths(_ most: Int) -> [Path] {
    var arrivals: [Int: Arrival] = [:]
    var queue = cells.indices.filter { cells[$0].short > 0 }
    for cell in queue { arrivals[cell] = Arrival(amount: cells[cell].short) }
    var seenFunds: Set<Int> = []
    var paths: [Path] = []
    var next = 0
    while next < queue.count {
      let cell = queue[next]
      next += 1
      for fund in cells[cell].funds {
        if let left = left[fund], left > 0, let path = path(to: cell, arrivals, fund, left) {
          paths.append(path)
        } else if seenFunds.insert(fund).inserted {
          for user in users[fund] ?? [] where arrivals[user] == nil {
            let amount = min(arrivals[cell]?.amount ?? 0, cells[user].paid[fund] ?? 0)
            arrivals[user] = Arrival(from: cell, fund: fund, amount: amount)
            queue.append(user)
          }
        }
      }
    }
    // Of paths that carry the same, the shorter one was found first.
    let order = paths.indices.sorted { (paths[$1].amount, $0) < (paths[$0].amount, $1) }
    return order.prefix(most).map { paths[$0] }
  }

  /// The path by which the search reached a cell, and on to a fund with money left.
  private func path(
    to cell: Int, _ arrivals: [Int: Arrival], _ fund: Int, _ left: Int64
  ) -> Path? {
    guard let end = arrivals[cell] else { return nil }
    var path = Path(lines: [], funds: [fund], amount: min(end.amount, left))
    var next: Int? = cell
    while let cell = next, let arrival = arrivals[cell] {
      path.lines.append(cells[cell].line)
      if let fund = arrival.fund { path.funds.append(fund) }
      next = arrival.from
    }
    path.lines.reverse()
    path.funds.reverse()
    return path.lines.count > 1 ? path : nil
  }
}

extension FundUse.Path {
  /// Changes of the order of funds and, if `places`, of lines that may move money along the path.
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
