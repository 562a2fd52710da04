/// A table of amounts as it is shown at a precision, so that its rows and its columns add up.
///
/// This is controlled rounding: every amount becomes one of the two units next to it, the columns come
/// to what is shown of the wholes, and the sum of a row is one of the two units next to its own. So
/// nothing is off by a unit or more, what is nothing stays nothing, and a row whose sum is exact is
/// shown so. In rare tables there is no such rounding; then the sums of some rows are off by more,
/// never those of columns. No amount is below zero.
public struct RoundedTable {
  /// The amounts as they are shown, in rows.
  public private(set) var rows: [[Money]]
  private let unit: Int64
  /// What each amount is above the unit below it, in pence.
  private let rests: [[Int64]]
  /// The columns in which a row has the unit above.
  private var raised: [Set<Int>]
  /// How many more amounts of each column have to be the unit above; fewer where it is below zero.
  private var missing: [Int]

  /// Rounds rows of amounts; `wholes` are their sums by column, as those are shown: each one of the two
  /// units next to it.
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

  /// Raises amounts of each row, as many as its sum needs and first in the columns that lost most.
  private mutating func raiseRows() {
    let count = Int64(missing.reduce(0, +))
    let all = rests.joined().reduce(into: (units: Int64(0), rest: Int64(0))) { sum, rest in
      sum.rest += rest
      sum.units += sum.rest / unit
      sum.rest %= unit
    }
    // What is carried from row to row begins so that the rows come to their sum as it is shown.
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

  /// Takes a unit from a column that has too many and gives one to a column that has too few, over
  /// others where it must be, and within rows where that is possible.
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

  /// Takes a unit from a column, where it can from a row whose sum is shown as more than it is.
  private mutating func lower(_ column: Int) {
    let rows = raised.indices.filter { raised[$0].contains(column) }
    guard let row = rows.last(where: { excess(of: $0) > 0 }) ?? rows.last else {
      return missing[column] = 0
    }
    raised[row].remove(column)
    missing[column] += 1
  }

  /// Gives a unit to a column, where it can in a row whose sum is shown as less than it is.
  private mutating func raise(_ column: Int) {
    let rows = rests.indices.filter { rests[$0][column] > 0 && !raised[$0].contains(column) }
    guard let row = rows.last(where: { excess(of: $0) < 0 }) ?? rows.last else {
      return missing[column] = 0
    }
    raise(column, in: row)
  }

  /// How much more is shown as the sum of a row than it is, in pence.
  private func excess(of row: Int) -> Int64 {
    Int64(raised[row].count) * unit - rests[row].reduce(0, +)
  }
}
