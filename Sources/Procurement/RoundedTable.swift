/// A table of amounts, rounded so that rows and columns add up as shown.
///
/// This is controlled rounding: every amount is rounded up or down to a unit, the columns add up to
/// the given sums, and the sum of each row is its exact sum rounded up or down. So nothing is off
/// by a unit or more, zero stays zero, and an exact sum of a row is shown exactly. Rare tables
/// cannot be rounded this way; then the sums of some rows are off by more, never those of columns.
/// Amounts must not be negative.
public struct RoundedTable {
  /// The rounded amounts, in rows.
  public private(set) var rows: [[Money]]
  private let unit: Int64
  /// What each amount loses when it is rounded down, in pence.
  private let rests: [[Int64]]
  /// The columns of each row that are rounded up.
  private var raised: [Set<Int>]
  /// How many more amounts of each column must be rounded up; fewer if it is negative.
  private var missing: [Int]

  /// Rounds rows of amounts; `wholes` are the sums of the columns as they are shown, each rounded
  /// up or down.
  public init(_ rows: [[Money]], wholes: [Money], to precision: MoneyPrecision) {
    let unit = precision.unit
    self.unit = unit
    rests = rows.map { $0.map { $0.pence % unit } }
    self.rows = rows.map { $0.map { Money(pence: $0.pence - $0.pence % unit) } }
    raised = Array(repeating: [], count: rows.count)
    var below = wholes.map { _ in Int64(0) }
    for row in self.rows {
      for column in below.indices { below[column] += row[column].pence / unit }
    }
    missing = wholes.indices.map { Int(wholes[$0].pence / unit - below[$0]) }
    raiseRows()
    while let over = missing.firstIndex(where: { $0 < 0 }) { move(from: over) }
    while let under = missing.firstIndex(where: { $0 > 0 }) { raise(under) }
    for row in rows.indices { for column in raised[row] { self.rows[row][column].pence += unit } }
  }

  /// Rounds up as many amounts of each row as its sum needs, first where most was lost.
  private mutating func raiseRows() {
    let count = Int64(missing.reduce(0, +))
    let all = rests.joined().reduce(into: (units: Int64(0), rest: Int64(0))) { sum, rest in
      sum.rest += rest
      sum.units += sum.rest / unit
      sum.rest %= unit
    }
    // The carry from row to row starts so that the rows add up to their sum as shown.
    var carried =
      count > all.units
      ? max(unit / 2, min(unit - all.rest, unit - 1)) : min(unit / 2, unit - 1 - all.rest)
    var lost = missing.map { _ in Int64(0) }
    for row in rests.indices {
      carried += rests[row].reduce(0, +)
      for column in lost.indices { lost[column] += rests[row][column] }
      let open = lost.indices.filter { rests[row][$0] > 0 }
        .sorted { (lost[$1], $0) < (lost[$0], $1) }
      for column in open.prefix(Int(carried / unit)) {
        lost[column] -= unit
        raise(column, in: row)
      }
      carried %= unit
    }
  }

  private mutating func raise(_ column: Int, in row: Int) {
    raised[row].insert(column)
    missing[column] -= 1
  }

  /// Moves a unit from a column that has too many to one that has too few, through other columns if
  /// necessary, and within rows if possible.
  private mutating func move(from over: Int) {
    var steps: [Int: (from: Int, row: Int)] = [:]
    var open = [over]
    while !open.isEmpty {
      let column = open.removeFirst()
      for next in missing.indices where next != over && steps[next] == nil {
        guard let row = raised.indices.first(where: { canMove(from: column, to: next, in: $0) })
        else { continue }
        steps[next] = (column, row)
        if missing[next] > 0 { return follow(steps, to: next) }
        open.append(next)
      }
    }
    lower(over)
  }

  private func canMove(from column: Int, to other: Int, in row: Int) -> Bool {
    raised[row].contains(column) && !raised[row].contains(other) && rests[row][other] > 0
  }

  private mutating func follow(_ steps: [Int: (from: Int, row: Int)], to end: Int) {
    var column = end
    while let step = steps[column] {
      raised[step.row].remove(step.from)
      missing[step.from] += 1
      raise(column, in: step.row)
      column = step.from
    }
  }

  /// Takes a unit from a column, if possible in a row whose sum has been rounded up.
  private mutating func lower(_ column: Int) {
    let rows = raised.indices.filter { raised[$0].contains(column) }
    guard let row = rows.last(where: { excess(of: $0) > 0 }) ?? rows.last else {
      return missing[column] = 0
    }
    raised[row].remove(column)
    missing[column] += 1
  }

  /// Adds a unit to a column, if possible in a row whose sum has been rounded down.
  private mutating func raise(_ column: Int) {
    let rows = rests.indices.filter { rests[$0][column] > 0 && !raised[$0].contains(column) }
    guard let row = rows.last(where: { excess(of: $0) < 0 }) ?? rows.last else {
      return missing[column] = 0
    }
    raise(column, in: row)
  }

  /// How much the sum of a row as shown exceeds the exact one, in pence.
  private func excess(of row: Int) -> Int64 {
    Int64(raised[row].count) * unit - rests[row].reduce(0, +)
  }
}
