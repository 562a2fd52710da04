import SeededRandom
import Testing

@testable import Procurement

/// Tables of amounts that are rounded so that they add up.
@Suite struct RoundedTableTests {
  private static func table(_ random: inout SplitMix64) -> [[Money]] {
    (0..<Int.random(in: 1...30, using: &random)).map { _ in
      (0..<3).map { _ in
        let isWhole = Int.random(in: 0..<10, using: &random) < 3
        let pence =
          Int.random(in: 0..<10, using: &random) < 3
          ? 0 : Int64.random(in: 0...1 << Int64.random(in: 1...40, using: &random), using: &random)
        return Money(pence: isWhole ? pence / 100 * 100 : pence)
      }
    }
  }

  private static func sum(_ amounts: some Sequence<Money>) -> Money { amounts.reduce(.zero, +) }

  @Test(arguments: 0..<2_000)
  func `columns add up, and each amount and sum of a row is rounded up or down`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let precision = MoneyPrecision.allCases[Int.random(in: 0...4, using: &random)]
    let rows = RoundedTableTests.table(&random)
    let wholes = precision.rounded(
      parts: (0..<3).map { column in RoundedTableTests.sum(rows.map { $0[column] }) })
    let shown = RoundedTable(rows, wholes: wholes, to: precision).rows
    let unit = precision.unit
    for column in 0..<3 {
      #expect(RoundedTableTests.sum(shown.map { $0[column] }) == wholes[column])
    }
    for (row, shownRow) in zip(rows, shown) {
      for (amount, shownAmount) in zip(row, shownRow) {
        #expect(shownAmount.pence % unit == 0 && shownAmount.pence >= 0)
        #expect(abs(shownAmount.pence - amount.pence) < unit)
      }
      let difference = RoundedTableTests.sum(shownRow).pence - RoundedTableTests.sum(row).pence
      #expect(abs(difference) < unit, "\(seed): \(row)")
    }
  }

  @Test func `equal rows share the remaining units, and exact sums are kept`() {
    let rows = Array(repeating: [Money(pence: 1_000_050), Money(pence: 50), .zero], count: 40)
    let shown = RoundedTable(
      rows, wholes: [Money(pence: 40_002_000), Money(pence: 2_000), .zero], to: .pounds
    ).rows
    #expect(shown.allSatisfy { RoundedTableTests.sum($0).pence == 1_000_100 && $0[2] == .zero })
    #expect(RoundedTableTests.sum(shown.map { $0[1] }).pence == 2_000)
  }
}
