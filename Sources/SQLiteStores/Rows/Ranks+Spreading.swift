import RelationalStores
import Stores

extension Ranks {
  /// Gives the rows around a place new ranks with gaps between them, in the same order. As few rows
  /// as possible are changed, so that this is fast and rarely necessary.
  func spread(around place: Int, of count: Int) throws {
    var reach = 32
    while true {
      let first = max(0, place - reach)
      let last = min(count, place + reach)
      let isAll = first == 0 && last == count
      let rows = try self.rows(
        from: first, count: last - first + (isAll ? 0 : 1), before: first > 0)
      if try spread(rows, hasStart: first > 0, hasEnd: last < count) { return }
      if isAll { throw StoreError.damaged("plan \(plan): its order is out of bounds") }
      reach *= 8
    }
  }

  /// Some rows in order, and the one before them if there is one.
  private func rows(
    from first: Int, count: Int, before: Bool
  ) throws -> [(number: Int, rank: Int)] {
    let query = try Query(
      database,
      "SELECT number, rank FROM \(table) WHERE plan = ? ORDER BY rank LIMIT ? OFFSET ?")
    return try query.all(
      [.number(plan), .number(count + (before ? 1 : 0)), .number(before ? first - 1 : first)],
      of: "plan \(plan)"
    ) { (try $0.number(0), try $0.rank(1)) }
  }

  /// Spreads rows evenly. The first and the last keep their ranks if there are rows beyond them.
  /// False if the gaps would be too small.
  private func spread(
    _ rows: [(number: Int, rank: Int)], hasStart: Bool, hasEnd: Bool
  ) throws -> Bool {
    guard let first = rows.first, let last = rows.last, rows.count <= Ranks.mostRows else {
      return false
    }
    let gap: Int
    let start: Int
    switch (hasStart, hasEnd) {
    case (true, true):
      gap = (last.rank - first.rank) / rows.count
      start = first.rank
    case (true, false):
      gap = Ranks.gap
      start = first.rank
    case (false, true):
      gap = Ranks.gap
      start = last.rank - gap * (rows.count - 1)
    case (false, false):
      gap = Ranks.gap
      start = 0
    }
    guard gap >= 1 << 16, Bounds.ranks.contains(start),
      Bounds.ranks.contains(start + gap * (rows.count - 1))
    else { return false }
    var moves = rows.enumerated().map { (row: $1, rank: start + gap * $0) }
    if hasStart { moves.removeFirst() }
    if hasEnd { moves.removeLast() }
    // First ranks that decrease, in order, then ranks that increase, from the end: so none collide.
    for move in moves where move.rank < move.row.rank { try give(move.rank, to: move.row.number) }
    for move in moves.reversed() where move.rank > move.row.rank {
      try give(move.rank, to: move.row.number)
    }
    return true
  }

  private func give(_ rank: Int, to number: Int) throws {
    try database.run(
      "UPDATE \(table) SET rank = ? WHERE number = ?", [.number(rank), .number(number)])
  }
}
