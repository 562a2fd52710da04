import Procurement
import Testing

@Suite struct MoneyBriefTests {
  @Test(arguments: [
    (0, "0"), (49, "0"), (95_000, "950"), (99_949, "999"), (99_950, "1.00k"),
    (1_234_500, "12.3k"), (99_949_900, "999k"), (99_950_000, "1.00m"), (221_000_000, "2.21m"),
    (999_449_900, "9.99m"), (999_500_000, "10.0m"), (-150_000, "-1.50k"),
    (105_000_000_000, "1.05bn"), (9_999_950_000_000_000, "100000bn"),
  ])
  func `a brief amount has three digits and a unit`(_ pence: Int64, _ text: String) {
    #expect(Money(pence: pence).brief == text)
  }

  @Test func `the largest amounts are brief too`() {
    #expect(Money(pence: .max).brief == "92233720bn")
    #expect(Money(pence: .min).brief == "-92233720bn")
  }
}
