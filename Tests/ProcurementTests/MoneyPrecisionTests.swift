import Procurement
import SeededRandom
import Testing

/// How amounts are shown together: rounding, digits and width.
@Suite struct MoneyPrecisionTests {
  @Test(arguments: [
    (MoneyPrecision.pence, 1_234_567_89, "1,234,567.89"), (.pounds, 1_234_567_89, "1,234,568"),
    (.pounds, 1_50, "2"), (.pounds, 1_49, "1"), (.pounds, 0, "0"), (.pounds, -1_50, "-2"),
    (.thousands, 1_234_567_89, "1,235"), (.millions, 1_234_567_89, "1"),
    (.billions, 999_999_999_99, "1"), (.thousands, Int64.max, "92,233,720,368,547"),
  ])
  func `an amount is rounded to the nearest unit`(
    _ precision: MoneyPrecision, _ pence: Int64, _ text: String
  ) {
    #expect(precision.text(Money(pence: pence)) == text)
  }

  @Test(arguments: [
    (12, 9_999_999_99, MoneyPrecision.pence), (12, 10_000_000_00, .pounds), (8, 99_999_99, .pounds),
    (9, 9_999_999_99, .thousands), (5, 1_000_000_000_00, .millions), (1, Int64.max, .billions),
  ])
  func `the finest precision at which the largest amount fits is chosen`(
    _ width: Int, _ largest: Int64, _ precision: MoneyPrecision
  ) {
    #expect(MoneyPrecision(fitting: Money(pence: largest), width: width) == precision)
  }

  @Test func `pence are shown for all amounts if one has them`() {
    let whole = Money(pence: 5_00)
    #expect(MoneyPrecision(exactFor: [whole, .zero]) == .pounds)
    #expect(MoneyPrecision(exactFor: [whole, Money(pence: 1)]) == .pence)
  }

  @Test func `parts add up to the rounded sum, and zero stays zero`() {
    func rounded(_ pence: [Int64]) -> [Int64] {
      MoneyPrecision.pounds.rounded(parts: pence.map { Money(pence: $0) }).map(\.pence)
    }
    // Rounded separately they would add up to 221,000,005.
    #expect(
      rounded([12_100_000_050, 5_000_000_075, 5_000_000_275])
        == [12_100_000_000, 5_000_000_100, 5_000_000_300])
    #expect(rounded([50, 0, 50]) == [100, 0, 0])
    #expect(rounded([0, 0, 0]) == [0, 0, 0])
    #expect(rounded([99, 99, 0]) == [100, 100, 0])
    #expect(rounded([200, 300]) == [200, 300])
  }
}
