import Procurement
import Testing

/// Texts that are equal although their letters are composed differently.
@Suite struct EqualTextTests {
  private static let composed = "caf\u{E9}"
  private static let decomposed = "cafe\u{301}"

  @Test func `a table gives equal texts the same number`() {
    for (first, second) in [
      (Self.composed, Self.decomposed), (Self.decomposed, Self.composed), ("K1", "\u{212A}1"),
    ] {
      var table = InternTable()
      let word = table.id(of: first)
      #expect(table.id(of: second) == word)
      #expect(table.find(second) == word)
      #expect(table.count == 2)
      #expect(table[word] == first)
    }
  }

  @Test func `a line, fund or group is found by an equal id`() {
    var plan = Plan.sample
    plan.lines[1].id = Self.composed
    plan.funds[0].id = Self.composed
    #expect(plan.index(ofLine: Self.decomposed) == 1)
    let year = plan.header.years[0]
    let fits = plan.apply(
      .set(
        line: Self.decomposed, from: .amount(year, .capital, Money(pence: 200)),
        to: .amount(year, .capital, Money(pence: 7))))
    #expect(fits)
    #expect(plan.lines[1].cost[year, .capital] == Money(pence: 7))
    let line = PlanLine(id: Self.decomposed, service: "future")
    let fund = Fund(id: Self.decomposed, name: "", pays: .either)
    for edit in [Edit.insert(line, at: 0), .fund(at: 2, from: nil, to: fund)] {
      let isTaken = !plan.apply(edit)
      #expect(isTaken)
    }
  }
}
