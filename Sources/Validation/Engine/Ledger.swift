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

  /// What funds have available before anything is drawn.
  init(_ funds: [Fund]) {
    let starts = funds.flatMap { $0.available.keys.map(\.start) }
    firstYear = starts.min() ?? 0
    span = starts.max().map { [firstYear] in $0 - firstYear + 1 } ?? 0
    pays = funds.map(\.pays)
    balances = Array(repeating: 0, count: pays.count * span)
    lowest = Array(repeating: .max, count: pays.count * span)
    for (fund, declared) in funds.enumerated() {
      for (year, money) in declared.available {
        balances[cell(fund, year)] = money.pence
      }
    }
  }

  func balance(of fund: Int, in year: FinancialYear) -> Money {
    covers(year) ? Money(pence: balances[cell(fund, year)]) : .zero
  }

  /// The place among the balances of a fund in a year; nil for a year in which no fund has any.
  func cell(_ fund: Int, _ start: Int) -> Int? {
    (firstYear..<firstYear + span).contains(start) ? fund * span + start - firstYear : nil
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

  /// Draws a cost on funds in the order named and returns what they covered.
  @discardableResult
  mutating func draw(_ cost: Cost, on funds: [Int]) -> Money {
    draw(cost, on: funds) { _ in }
  }

  /// Draws a cost on funds and tells of every part, also of what no fund paid.
  @inline(__always)
  mutating func draw(_ cost: Cost, on funds: [Int], each: (Draw) -> Void) -> Money {
    withCells { cells in
      funds.withUnsafeBufferPointer { funds in
        var covered: Int64 = 0
        for amount in cost.amounts {
          let pence = amount.money.pence
          let part = cells.draw(pence, in: amount.year.start, amount.kind, on: funds) {
            each(amount.part($1, fund: $0))
          }
          if part < pence { each(amount.part(pence - part, fund: nil)) }
          covered += part
        }
        return Money(pence: covered)
      }
    }
  }

  /// Lends the balances as memory, to draw one amount after another.
  @inline(__always)
  mutating func withCells<Result>(_ body: (LedgerCells) -> Result) -> Result {
    pays.lend { pays in
      balances.lendMutable { balances in
        lowest.lendMutable { lowest in
          body(
            LedgerCells(
              balances: balances, lowest: lowest, pays: pays, firstYear: firstYear, span: span))
        }
      }
    }
  }
}

/// The balances of a ledger as memory; where funds are not those of the ledger nothing is checked.
struct LedgerCells {
  let balances: UnsafeMutablePointer<Int64>
  let lowest: UnsafeMutablePointer<Int64>
  fileprivate let pays: UnsafePointer<Fund.Pays>
  fileprivate let firstYear: Int
  fileprivate let span: Int

  /// Begins with balances that are known, and watches how low they fall from there.
  func begin(with known: ArraySlice<Int64>) {
    for (cell, balance) in known.enumerated() {
      balances[cell] = balance
      lowest[cell] = .max
    }
  }

  /// Draws one amount, in pence, on those of some funds that pay its kind, in the order named; tells
  /// what each paid, and returns what they covered together.
  func draw(
    _ pence: Int64, in year: Int, _ kind: CostKind, on funds: UnsafeBufferPointer<Int>,
    each: (_ fund: Int, _ part: Int64) -> Void
  ) -> Int64 {
    var rest = pence
    for fund in funds where rest > 0 && pays[fund].pays(kind) {
      let part = take(rest, in: year, of: fund)
      if part > 0 { each(fund, part) }
      rest &-= part
    }
    return pence &- rest
  }

  /// Draws one amount, in pence, on funds that pay its kind, in the order named, and returns what
  /// they covered together.
  @inline(__always)
  func draw(_ pence: Int64, in year: Int, on funds: UnsafeBufferPointer<Int>) -> Int64 {
    var rest = pence
    for fund in funds where rest > 0 { rest &-= take(rest, in: year, of: fund) }
    return pence &- rest
  }

  /// Takes what is wanted, or as much as there is, from a fund.
  @inline(__always)
  private func take(_ wanted: Int64, in year: Int, of fund: Int) -> Int64 {
    let offset = year &- firstYear
    guard offset >= 0, offset < span else { return 0 }
    let cell = fund &* span &+ offset
    let balance = balances[cell]
    let part = min(wanted, balance)
    lowest[cell] = min(lowest[cell], balance &- part)
    balances[cell] = balance &- part
    return part
  }
}

extension Cost.Amount {
  fileprivate func part(_ pence: Int64, fund: Int?) -> Draw {
    Draw(fund: fund, year: year, kind: kind, money: Money(pence: pence))
  }
}
