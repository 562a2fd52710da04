import Procurement

/// What is left of every fund in every year, while lines draw in order.
///
/// One array, fund by fund and year by year, so that a state of it is compared and kept as it is.
struct Ledger: Sendable {
  private let firstYear: Int
  private let span: Int
  private let pays: [Fund.Pays]
  var balances: [Int64]
  /// The least that was left of each cell by the draws since it was reset; nothing where a draw
  /// wanted more than there was.
  private(set) var lowest: [Int64]

  init(_ plan: Plan) {
    let starts = plan.funds.flatMap { $0.available.keys.map(\.start) }
    firstYear = starts.min() ?? 0
    span = starts.max().map { [firstYear] in $0 - firstYear + 1 } ?? 0
    pays = plan.funds.map(\.pays)
    balances = Array(repeating: 0, count: pays.count * span)
    lowest = Array(repeating: .max, count: pays.count * span)
    for (fund, declared) in plan.funds.enumerated() {
      for (year, money) in declared.available {
        balances[cell(fund, year)] = money.pence
      }
    }
  }

  func balance(of fund: Int, in year: FinancialYear) -> Money {
    covers(year) ? Money(pence: balances[cell(fund, year)]) : .zero
  }

  /// What was drawn of all funds by year, where other balances are left of these.
  func drawn(leaving rest: [Int64]) -> [(year: FinancialYear, money: Money)] {
    (0..<span).compactMap { offset in
      let cells = stride(from: offset, to: balances.count, by: span)
      let drawn = cells.reduce(into: Int64(0)) { $0 += balances[$1] - rest[$1] }
      return FinancialYear(start: firstYear + offset).map { ($0, Money(pence: drawn)) }
    }
  }

  /// Whether its cells are for the same years.
  func hasYears(of other: Ledger) -> Bool {
    firstYear == other.firstYear && span == other.span
  }

  private func covers(_ year: FinancialYear) -> Bool {
    (firstYear..<firstYear + span).contains(year.start)
  }

  private func cell(_ fund: Int, _ year: FinancialYear) -> Int {
    fund * span + year.start - firstYear
  }

  /// Begins to watch how low balances fall.
  mutating func resetLowest() {
    for cell in lowest.indices { lowest[cell] = .max }
  }

  /// Draws a cost on funds in the order named and returns what they covered.
  @discardableResult
  mutating func draw(_ cost: Cost, on funds: [Int]) -> Money {
    draw(cost, on: funds) { _ in }
  }

  /// Draws a cost on funds and tells of every part, also of what no fund paid.
  @inline(__always)
  mutating func draw(_ cost: Cost, on funds: [Int], each: (Draw) -> Void) -> Money {
    var covered: Int64 = 0
    for amount in cost.amounts {
      var rest = amount.money.pence
      if covers(amount.year) {
        for fund in funds where rest > 0 && pays[fund].pays(amount.kind) {
          let cell = cell(fund, amount.year)
          let part = min(rest, balances[cell])
          lowest[cell] = min(lowest[cell], balances[cell] - part)
          guard part > 0 else { continue }
          balances[cell] -= part
          rest -= part
          covered += part
          each(amount.part(part, fund: fund))
        }
      }
      if rest > 0 { each(amount.part(rest, fund: nil)) }
    }
    return Money(pence: covered)
  }
}

extension Cost.Amount {
  fileprivate func part(_ pence: Int64, fund: Int?) -> Draw {
    Draw(fund: fund, year: year, kind: kind, money: Money(pence: pence))
  }
}
