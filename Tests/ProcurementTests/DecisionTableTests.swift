import Procurement
import Testing

@Suite struct DecisionTableTests {
  private let terms = Terms(supply: .exclusive, payer: .programme, isOffered: true)
  private let routes: [Route?] = [nil, .programme, .calloff, .open]

  private func decision(
    _ options: [Decision.OptionCase], _ needs: [Need], _ routes: [Route?], category: Int = 0
  ) -> Decision {
    Decision(category: category, options: options, needs: needs, routes: routes, terms: terms)
  }

  @Test func `rows for every case leave no gap`() {
    let rows = [
      decision(Decision.OptionCase.all, Need.allCases, routes),
      decision([.plain], Need.allCases, routes, category: 1),
    ]
    let (table, faults) = DecisionTable.compiled(
      rows, categories: 2, plain: [0, 1], withOptions: [0])
    #expect(faults.isEmpty)
    for option in Decision.OptionCase.all {
      for need in Need.allCases {
        for route in routes {
          let kind = DecisionTable.Case(category: 0, option: option, need: need, route: route)
          #expect(table[kind] == terms)
        }
      }
    }
    let other = DecisionTable.Case(category: 1, option: .missing, need: .new, route: nil)
    #expect(table[other] == nil)
  }

  @Test func `a case without a row is a gap if a service has it`() {
    let rows = [
      decision([.plain], [.new], [nil, .programme, .open]), decision([.plain], [.retain], routes),
    ]
    let gap = DecisionTable.Case(category: 0, option: .plain, need: .new, route: .calloff)
    let (table, faults) = DecisionTable.compiled(rows, categories: 1, plain: [0], withOptions: [])
    #expect(faults == [.gap(gap)])
    #expect(table[gap] == nil)
    let options = DecisionTable.compiled(rows, categories: 1, plain: [0], withOptions: [0])
    #expect(options.faults.count == 1 + 4 * 2 * 4)
    #expect(DecisionTable.compiled(rows, categories: 1, plain: [], withOptions: []).faults == [])
  }

  @Test func `a case with two rows is an overlap, and the first row decides`() {
    let other = Terms(supply: .notEngaged, payer: .trust, isOffered: false)
    var second = decision([.plain], [.new], [.open])
    second.terms = other
    let rows = [decision([.plain], Need.allCases, routes), second]
    let kind = DecisionTable.Case(category: 0, option: .plain, need: .new, route: .open)
    let (table, faults) = DecisionTable.compiled(rows, categories: 1, plain: [0], withOptions: [])
    #expect(faults == [.overlap(kind, first: 0, second: 1)])
    #expect(table[kind] == terms)
  }

  @Test func `a row that names a case twice overlaps itself`() {
    let rows = [decision([.plain], Need.allCases, routes + [.open])]
    let faults = DecisionTable.compiled(rows, categories: 1, plain: [0], withOptions: []).faults
    #expect(faults.count == 2)
  }

  @Test func `terms are filled in only for cases without a row`() {
    let rows = [decision([.plain], [.new], [.open])]
    var table = DecisionTable.compiled(rows, categories: 1, plain: [0], withOptions: []).table
    let other = Terms(supply: .notEngaged, payer: .trust, isOffered: false)
    for route in routes {
      table.fill(
        DecisionTable.Case(category: 0, option: .plain, need: .new, route: route), with: other)
    }
    let found = routes.map { route in
      table[DecisionTable.Case(category: 0, option: .plain, need: .new, route: route)]
    }
    #expect(found == [other, other, other, terms])
  }
}
