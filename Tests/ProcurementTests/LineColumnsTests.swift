import Procurement
import Testing

@Suite struct LineColumnsTests {
  @Test func `lines that get amounts by turns leave no more unused space than they use`()
    throws
  {
    var lines = LineColumns()
    for _ in 0..<50 { lines.append(ColumnLine()) }
    let years = try FinancialYear.range.map { try #require(FinancialYear(start: $0)) }
    for (number, year) in years.enumerated() {
      for place in 0..<50 {
        lines.set(Int64(number * 100 + place + 1), in: AmountSlot(year, .revenue), at: place)
      }
    }
    #expect(lines.amountSlots.count <= 2 * 50 * years.count + 2_048)
    for place in 0..<50 {
      #expect(lines.amounts(at: place).count == years.count)
      for (number, year) in years.enumerated() {
        let pence = lines.pence(at: place, in: AmountSlot(year, .revenue))
        #expect(pence == Int64(number * 100 + place + 1))
      }
    }
  }

  @Test func `amounts stay with their lines after lines are added, removed and moved`() throws {
    let years = try (1990..<2090).map { try #require(FinancialYear(start: $0)) }
    var lines = LineColumns()
    var expected: [[Int64]] = []
    var state: UInt64 = 3
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % bound
    }
    for step in 0..<20_000 {
      switch random(20) {
      case 0 where expected.count < 40:
        let place = random(expected.count + 1)
        lines.insert(ColumnLine(), at: place)
        expected.insert(Array(repeating: 0, count: years.count), at: place)
      case 1 where expected.count > 5:
        let place = random(expected.count)
        lines.remove(at: place)
        expected.remove(at: place)
      case 2 where !expected.isEmpty:
        let (old, new) = (random(expected.count), random(expected.count))
        lines.move(from: old, to: new)
        expected.insert(expected.remove(at: old), at: new)
      case _ where !expected.isEmpty:
        let (place, year) = (random(expected.count), random(years.count))
        let pence = Int64(random(3) == 0 ? 0 : step)
        lines.set(pence, in: AmountSlot(years[year], .capital), at: place)
        expected[place][year] = pence
      default: break
      }
    }
    for (place, amounts) in expected.enumerated() {
      let found = years.map { lines.pence(at: place, in: AmountSlot($0, .capital)) }
      #expect(found == amounts)
    }
  }
}
