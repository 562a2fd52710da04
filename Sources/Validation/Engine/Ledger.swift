import Procurement

/// The balance of every fund in every year, while lines draw in order.
///
/// The balances are one array, which is easy to compare and store; `FundYears` says which number is
/// that of which fund and year.
struct Ledger: Sendable {
  private let years: FundYears
  private let pays: [Fund.Pays]
  private let isUnconfirmed: [Bool]
  var balances: [Int64]
  /// The lowest that each balance has been since it was reset; zero if a draw wanted more than
  /// was left.
  private(set) var lowest: [Int64]

  /// The balances of funds before anything is drawn.
  init(_ funds: [Fund]) {
    years = FundYears(funds)
    pays = funds.map(\.pays)
    isUnconfirmed = funds.map { $0.certainty != .confirmed }
    balances = Array(repeating: 0, count: years.cellCount)
    lowest = Array(repeating: .max, count: years.cellCount)
    for (fund, declared) in funds.enumerated() {
      for (year, money) in declared.available {
        if let cell = years.cell(fund, year.start) { balances[cell] = money.pence }
      }
    }
  }

  func balance(of fund: Int, in year: FinancialYear) -> Money {
    years.cell(fund, year.start).map { Money(pence: balances[$0]) } ?? .zero
  }

  /// The place of the balance of a fund in a year; nil for a year in which it has none.
  func cell(_ fund: Int, _ start: Int) -> Int? { years.cell(fund, start) }

  /// What was drawn on all funds by year, given the balances that are left.
  func drawn(leaving rest: [Int64]) -> [(year: FinancialYear, money: Money)] {
    var sums = [Int64](repeating: 0, count: FinancialYear.range.count)
    years.forEachCell { start, cell in
      sums[start - FinancialYear.range.lowerBound] &+= balances[cell] &- rest[cell]
    }
    return sums.indices.filter { sums[$0] != 0 }.compactMap { place in
      FinancialYear(start: FinancialYear.range.lowerBound + place).map {
        ($0, Money(pence: sums[place]))
      }
    }
  }

  /// Whether its cells are for the same funds and years.
  func hasYears(of other: Ledger) -> Bool { years == other.years }

  /// Draws a cost on funds in the order given and returns what they covered.
  @discardableResult
  mutating func draw(_ cost: Cost, on funds: [Int]) -> Coverage {
    draw(cost, on: funds) { _ in }
  }

  /// Draws a cost on funds and reports each part, including what no fund paid.
  @inline(__always)
  mutating func draw(_ cost: Cost, on funds: [Int], each: (Draw) -> Void) -> Coverage {
    withCells { cells in
      funds.withUnsafeBufferPointer { funds in
        var coverage = Coverage()
        for amount in cost.amounts {
          let pence = amount.money.pence
          let part = cells.draw(pence, in: amount.year.start, amount.kind, on: funds) {
            if cells.isUnconfirmed[$0] { coverage.unconfirmed.pence &+= $1 }
            each(amount.part($1, fund: $0))
          }
          if part < pence { each(amount.part(pence &- part, fund: nil)) }
          coverage.covered.pence &+= part
        }
        return coverage
      }
    }
  }

  /// Lends the balances as memory, to draw one amount after another.
  @inline(__always)
  mutating func withCells<Result>(_ body: (LedgerCells) -> Result) -> Result {
    pays.lend { pays in
      isUnconfirmed.lend { isUnconfirmed in
        balances.lendMutable { balances in
          lowest.lendMutable { lowest in
            years.lend { years in
              body(
                LedgerCells(
                  balances: balances, lowest: lowest, isUnconfirmed: isUnconfirmed, pays: pays,
                  years: years))
            }
          }
        }
      }
    }
  }
}

/// The balances of a ledger as memory; fund numbers are not checked.
struct LedgerCells {
  let balances: UnsafeMutablePointer<Int64>
  let lowest: UnsafeMutablePointer<Int64>
  /// Whether the money of each fund is not confirmed.
  fileprivate let isUnconfirmed: UnsafePointer<Bool>
  fileprivate let pays: UnsafePointer<Fund.Pays>
  fileprivate let years: FundYears.Memory

  /// Starts from known balances, and records the lowest from there on.
  func begin(with known: ArraySlice<Int64>) {
    for (cell, balance) in known.enumerated() {
      balances[cell] = balance
      lowest[cell] = .max
    }
  }

  /// Draws one amount, in pence, on those of some funds that pay its kind, in the order given;
  /// reports what each paid, and returns what they covered together.
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

  /// Draws one amount, in pence, on funds that pay its kind, in the order given, and returns what
  /// they covered together.
  @inline(__always)
  func draw(_ pence: Int64, in year: Int, on funds: UnsafeBufferPointer<Int>) -> Int64 {
    var rest = pence
    for fund in funds where rest > 0 { rest &-= take(rest, in: year, of: fund) }
    return pence &- rest
  }

  /// The same, and adds to `unconfirmed` what comes from funds that are not confirmed.
  func draw(
    _ pence: Int64, in year: Int, on funds: UnsafeBufferPointer<Int>, unconfirmed: inout Int64
  ) -> Int64 {
    var rest = pence
    for fund in funds where rest > 0 {
      let part = take(rest, in: year, of: fund)
      if isUnconfirmed[fund] { unconfirmed &+= part }
      rest &-= part
    }
    return pence &- rest
  }

  /// Takes an amount, or as much of it as is left, from a fund.
  @inline(__always)
  private func take(_ wanted: Int64, in year: Int, of fund: Int) -> Int64 {
    guard let cell = years.cell(fund, year) else { return 0 }
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
