import Documents
import Procurement
import Testing

/// Documents that could make reading take more time than their size allows.
@Suite struct GrowthTests {
  @Test func `messages are made for stored faults only`() {
    let faults = FaultCollector()
    var made = 0
    func words() -> String {
      made += 1
      return "wrong"
    }
    for line in 1...5_000 { faults.add(words(), at: Place(line: line, column: 1)) }
    #expect(made == FaultList.limit)
    #expect(faults.list.faults.count == FaultList.limit)
    #expect(faults.list.omitted == 5_000 - FaultList.limit)
  }

  private func document(
    _ lines: String, funds: String? = nil, _ change: (inout CSVLimits) -> Void = { _ in }
  ) throws -> PortfolioDocument {
    var limits = CSVLimits.portfolio
    change(&limits)
    return try readPortfolio(
      lines: TableSource(name: "lines.csv", bytes: Array(lines.utf8)),
      funds: funds.map { ("funds.csv", Array($0.utf8)) }, for: try Programme.builtIn(),
      limits: limits)
  }

  @Test func `a table with too many trusts is refused with the reason`() throws {
    let rows = (1...30).map { "T\($0),london,L1,future\n" }.joined()
    let table = "trust,cluster,line,service\n" + rows + rows
    let whole = try document(table) { ($0.trusts, $0.piece) = (30, 64) }
    #expect(whole.portfolio.plans.count == 30)
    do {
      _ = try document(table) { ($0.trusts, $0.piece) = (29, 64) }
      Issue.record("the table was read")
    } catch PortfolioError.table(let name, let faults) {
      #expect(name == "lines.csv")
      #expect(
        faults.faults.map(\.message) == [
          "the table has more than 29 trusts; split it into several"
        ])
    }
  }

  @Test func `trusts whose rows alternate have their lines in order, without wasted memory`()
    throws
  {
    let table =
      "trust,cluster,line,service,year,revenue\n"
      + (0..<8_000).map { number in
        "R\(number % 2),london,L\(number),future,2004-05,\(number + 1)\n"
      }.joined()
    let portfolio = try document(table) { $0.piece = 4_096 }.portfolio
    for (place, plan) in portfolio.plans.enumerated() {
      let ids = (0..<plan.lines.count).map { portfolio.strings.ids[plan.lines.ids[$0]] }
      #expect(ids == (0..<4_000).map { "L\($0 * 2 + place)" })
      #expect(plan.lines.bytes <= 4_000 * 60)
    }
  }

  @Test func `many funds of one trust and many groups are kept apart`() throws {
    let funds =
      "trust,fund,pays,year,available,group,facility,members\n"
      + (0..<2_000).map { "RXX,f\($0),either,2004-05,\($0 + 1),,,\n" }.joined()
      + (0..<2_000).map { "RXX,f\($0),either,2005-06,\($0 + 2),,,\n" }.joined()
      + (0..<2_000).map { ",,,,,g\($0),bt,RXX\n" }.joined()
      + "RXX,f7,either,2005-06,1,,,\nRXX,f8,capital,,,,,\n,,,,,g9,bt,RXX\n"
    let table = "trust,cluster,line,service\nRXX,london,L1,future\n"
    let document = try document(table, funds: funds)
    let plan = document.portfolio.plans[0]
    #expect(plan.funds.map(\.id) == (0..<2_000).map { "f\($0)" })
    #expect(plan.funds[1_999].available.values.map(\.plain).sorted() == ["2000.00", "2001.00"])
    #expect(plan.groups.groups.count == 2_000)
    #expect(
      document.fundFaults.faults.map(\.message) == [
        "the fund already has a row for `2005-06`; remove one",
        "the fund pays another kind of cost on an earlier row; write the same",
        "the group `g9` is in the table already; choose another id",
      ])
  }

  @Test(arguments: [
    ("providers", "  - {id: one, name: One}\n", "{id: pN, name: P}", 1_000),
    (
      "sources", "  - {id: notice, title: A notice, confidence: confirmed}\n",
      "{id: sN, title: S, confidence: confirmed}", 1_000
    ),
    (
      "categories", "  - {id: core, name: Core, meaning: must}\n",
      "{id: cN, name: C, meaning: m, unlisted: true}", 100
    ),
    ("services", "  - {id: core.letters, label: Letters}\n", "{id: core.sN, label: S}", 1_000),
  ])
  func `a list of a programme that is too long is refused`(
    key: String, first: String, item: String, most: Int
  ) throws {
    let items = (0..<most).map { number in
      "  - " + item.split(separator: "N", maxSplits: 1).joined(separator: String(number)) + "\n"
    }
    let faults = try SmallProgramme.faults(replacing: first, with: first + items.joined())
    #expect(
      faults.contains { $0.contains("`\(key)` has") && $0.hasSuffix("can have at most \(most)") },
      "\(faults.prefix(3))")
  }
}
