import Procurement
import Testing

@Suite struct MoneySumTests {
  private static let largest = Money(pence: .max)
  private static let penny = Money(pence: 1)

  @Test func `a sum within the largest amount is exact`() {
    #expect(MoneySum().money == .zero)
    #expect(MoneySum([Money(pence: .max - 1), Self.penny]).money == Self.largest)
    #expect([Self.penny, Money(pence: 2)].countedSum == Money(pence: 3))
    #expect(Money(pence: .max - 1).adding(Self.penny) == Self.largest)
    #expect(Money(pence: .min).adding(Self.largest) == Money(pence: -1))
  }

  @Test func `a sum beyond the largest amount is nil`() {
    #expect(MoneySum([Self.largest, Self.penny]).money == nil)
    #expect(MoneySum(repeatElement(Self.largest, count: 1_000)).money == nil)
    #expect([Self.largest, Self.penny].countedSum == nil)
    #expect(Self.largest.adding(Self.penny) == nil)
    #expect(Money(pence: .min).adding(Money(pence: -1)) == nil)
  }

  @Test func `a sum that was too large is exact again once amounts are subtracted`() {
    var sum = MoneySum([Self.largest, Self.largest, Self.penny])
    sum -= MoneySum([Self.largest])
    #expect(sum.money == nil)
    sum -= MoneySum([Self.largest])
    #expect(sum.money == Self.penny)
    sum += MoneySum([Self.penny])
    sum += Self.penny
    #expect(sum.money == Money(pence: 3))
  }

  @Test func `a sum with a negative amount is refused`() {
    #expect([Money(pence: 5), Money(pence: -1)].countedSum == nil)
    #expect(MoneySum([Money(pence: 5), Money(pence: -1)]).money == Money(pence: 4))
  }
}
