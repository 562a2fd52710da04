import Procurement
import Testing

/// Amounts that are computed as they are typed.
@Suite struct AmountExpressionTests {
  private func pence(_ text: String, from present: Int64 = 0) throws -> Int64 {
    try AmountExpression.amount(text, from: Money(pence: present)).pence
  }

  @Test(arguments: [
    ("=1.2m*0.8", 960_000_00), ("= 250k + 12,500.50", 262_500_50), ("=(1+2)*3", 9_00),
    ("=2+3*4", 14_00), ("=100/3", 33_33), ("=200/3", 66_67), ("=0.005", 1), ("=0.0049", 0),
    ("=50%*£3k", 1_500_00), ("=-2*-3", 6_00), ("=1.2m-20%*1.2m", 960_000_00), ("=10−4", 6_00),
    ("=6÷4×2", 3_00), ("=5-5", 0), ("=0.1+0.2", 30),
  ])
  func `an expression is computed exactly and rounded once`(
    _ text: String, _ pence: Int64
  ) throws {
    #expect(AmountExpression.isOne(text))
    #expect(try self.pence(text) == pence)
  }

  @Test(arguments: [
    ("+5%", 100_000_00, 105_000_00), ("-20%", 100_000_00, 80_000_00), ("\u{2212}100%", 7, 0),
    ("+5%", 33_33, 35_00), ("+0.5%", 1_00, 1_01), (" +150 % ", 2_00, 5_00),
  ])
  func `a percentage changes the amount that is there`(
    _ text: String, _ present: Int64, _ pence: Int64
  ) throws {
    #expect(AmountExpression.isOne(text))
    #expect(try self.pence(text, from: present) == pence)
  }

  @Test(arguments: [
    ("=", AmountExpression.Fault.malformed), ("=1+", .malformed), ("=1 2", .malformed),
    ("=(1", .malformed), ("=1)", .malformed), ("=1.2.3", .malformed), ("=x", .malformed),
    ("=5.", .malformed), ("+5", .malformed), ("+5%1", .malformed),
    ("=1/0", .divisionByZero), ("=1/(2-2)", .divisionByZero), ("+5%", .nothingThere),
    ("=1-2", .amount(.negative)), ("=1,5*2", .amount(.separators)),
    ("=1.5,000", .amount(.separators)), ("=92233720368547758.08", .amount(.tooLarge)),
    ("=9999999m*9999999m*9999999m*9999999m", .amount(.tooLarge)),
    ("=1/99999999k/99999999k/99999999k/99999999k", .amount(.tooLarge)),
  ])
  func `what cannot be computed is refused with its reason`(
    _ text: String, _ fault: AmountExpression.Fault
  ) {
    #expect(throws: fault) { try AmountExpression.amount(text, from: .zero) }
  }

  @Test func `more than all of an amount cannot be taken off`() {
    #expect(throws: AmountExpression.Fault.amount(.negative)) {
      try AmountExpression.amount("-101%", from: Money(pence: 100))
    }
    #expect(throws: AmountExpression.Fault.amount(.tooLarge)) {
      try AmountExpression.amount("+100%", from: Money(pence: .max))
    }
  }

  @Test func `brackets may be 32 deep`() throws {
    let text = { (depth: Int) in
      "=" + String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
    }
    #expect(try pence(text(31)) == 1_00)
    #expect(throws: AmountExpression.Fault.malformed) {
      try AmountExpression.amount(text(10_000), from: .zero)
    }
  }

  @Test(arguments: ["12500", "-", "-5", "5%", "", "1.2m", "(5)"])
  func `other texts are not computed`(_ text: String) {
    #expect(!AmountExpression.isOne(text))
  }
}
