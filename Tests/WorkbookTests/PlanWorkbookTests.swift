import PlanGenerators
import Procurement
import Reports
import Spreadsheets
import Testing
import Validation

@Suite struct PlanWorkbookTests {
  private func plan(_ seed: UInt64) -> Plan {
    var generator = PlanGenerator(seed: seed)
    return generator.plan()
  }

  @Test(arguments: UInt64(0)..<30)
  func `sums of the sheets are those of the rules`(seed: UInt64) throws {
    let assessment = Assessment(plan(seed), against: Workbooks.index)
    let document = try readSpreadsheet(Workbooks.bytes(of: assessment))
    let all = assessment.totals.all
    let lines = try ReadTable("Lines", in: document)
    #expect(try lines.sum("Total") == all.cost)
    #expect(try lines.sum("Programme pays") == all.programmeFunded)
    #expect(try lines.sum("Funds cover") == all.covered)
    #expect(try lines.sum("Unfunded") == all.unfunded)
    #expect(try ReadTable("Draws", in: document).sum("Amount") == all.trustPayable)
    let funds = try ReadTable("Funds", in: document)
    let available = assessment.plan.funds.flatMap(\.available.values).reduce(Money.zero, +)
    #expect(try funds.sum("Available, all years") == available)
    #expect(
      try funds.sum("Drawn, all years") + funds.sum("Left, all years")
        == funds.sum("Available, all years"))
  }

  @Test(arguments: UInt64(0)..<30)
  func `the result of each formula is the sum of its column`(seed: UInt64) throws {
    let document = try Workbooks.read(plan(seed))
    for name in ["Lines", "Funds", "Draws"] {
      let table = try ReadTable(name, in: document)
      for (heading, total) in try table.totalsByHeading {
        #expect(try total == table.sum(heading), "\(name): \(heading)")
      }
    }
    let checks = document.sheets[0].rows.filter { $0.cells.last == .text("agrees") }
    #expect(checks.count == 8)
    #expect(checks.allSatisfy { $0.cells[1] == $0.cells[2] })
  }

  @Test(arguments: UInt64(0)..<10)
  func `every line, fund, group, draw, finding and waiver has a row`(seed: UInt64) throws {
    let assessment = Assessment(plan(seed), against: Workbooks.index)
    let document = try readSpreadsheet(Workbooks.bytes(of: assessment))
    func rows(_ name: String) throws -> Int { try ReadTable(name, in: document).rows.count }
    let plan = assessment.plan
    #expect(try rows("Lines") == plan.lines.count)
    #expect(try rows("Funds") == plan.funds.count)
    #expect(try rows("Groups") == plan.groups.count)
    #expect(
      try rows("Draws") == plan.lines.indices.reduce(0) { $0 + assessment.draws(at: $1).count })
    #expect(try rows("Findings") == assessment.findings.count)
    #expect(
      try rows("Waivers") == plan.header.waivers.count
        + plan.lines.reduce(0) { $0 + $1.waivers.count })
    #expect(document.remarks.isEmpty)
  }

  @Test func `the totals of a line and of a fund are formulas over its years`() throws {
    var (lines, funds) = (0, 0)
    for seed in UInt64(0)..<10 {
      let plan = plan(seed)
      let formulas = try Workbooks.formulas(
        in: Workbooks.bytes(of: Assessment(plan, against: Workbooks.index)))
      // Both ends of such a sum are in one row.
      let ofRows = formulas.filter { $0.wholeMatch(of: /SUM\([A-Z]+(\d+):[A-Z]+\1\)/) != nil }
      #expect(ofRows.count == plan.lines.count + 3 * plan.funds.count)
      lines += plan.lines.count
      funds += plan.funds.count
    }
    #expect(lines > 0 && funds > 0)
  }

  @Test func `fields have the headings that imports read`() throws {
    let document = try Workbooks.read(plan(3))
    let lines = try ReadTable("Lines", in: document).headings
    #expect(Set(lines).isSuperset(of: PlanSheet.lines.headings))
    for sheet in [PlanSheet.funds, .groups, .waivers, .plan] {
      #expect(
        try ReadTable(sheet.rawValue, in: document).headings.starts(with: sheet.headings))
    }
    let details = try ReadTable("Plan", in: document).column("Field").map(\.words)
    #expect(details == DetailRow.allCases.map(\.rawValue))
  }

  @Test func `years outside the plan have columns if there are costs or money in them`() throws {
    var plan = plan(1)
    let year = try #require(FinancialYear(start: 2150))
    plan.lines[0].cost[year, .capital] = Money(pence: 105)
    plan.funds = [
      Fund(id: "late", name: "", pays: .either, available: [year: Money(pence: 7)])
    ]
    let document = try Workbooks.read(plan)
    #expect(try ReadTable("Lines", in: document).sum("Capital 2150-51") == Money(pence: 105))
    #expect(try ReadTable("Funds", in: document).sum("2150-51") == Money(pence: 7))
  }

  @Test func `the workbook names its plan, and has nothing of the machine`() throws {
    let assessment = Assessment(plan(2), against: Workbooks.index)
    let bytes = Workbooks.bytes(of: assessment)
    #expect(bytes == Workbooks.bytes(of: assessment))
    let document = try readSpreadsheet(bytes)
    #expect(
      document.sheets.map(\.name) == [
        "Summary", "Lines", "Funds", "Groups", "Draws", "Findings", "Waivers", "Plan",
      ])
    let title = assessment.plan.header.title
    #expect(document.sheets[0].rows.first?.cells == [title.isEmpty ? .blank : .text(title)])
    #expect(document.sheets[0].rows.contains { $0.cells == [.text("Source"), .text("plan.yaml")] })
  }

  @Test func `findings that need more than the plan are in the sheet and in the number`() throws {
    let assessment = Assessment(plan(4), against: Workbooks.index)
    var alone = Portfolio()
    alone.append(assessment.plan, source: "plan.yaml")
    let register = try #require(
      TrustRegister([
        RegisteredTrust(
          code: assessment.plan.header.trust.code, name: "Another name", cluster: "southern")
      ]))
    let joint = alone.findings(against: Workbooks.index, register).filter { $0.code == .G104 }
    #expect(joint.count == 1)
    var bytes: [UInt8] = []
    PlanWorkbook(assessment, Workbooks.origin, joint: joint).write { (piece: [UInt8]) in
      bytes += piece
    }
    let document = try readSpreadsheet(bytes)
    let findings = try ReadTable("Findings", in: document)
    #expect(findings.rows.count == assessment.findings.count + 1)
    #expect(try findings.column("Code").last?.words == "G104")
    let notes = assessment.moneySummary.count(.note) + 1
    #expect(document.sheets[0].rows.contains { $0.cells == [.text("notes"), .number("\(notes)")] })
  }

  @Test func `a finding has its fix, clause and waiver`() throws {
    let assessment = Assessment(plan(4), against: Workbooks.index)
    let table = try ReadTable(
      "Findings", in: readSpreadsheet(Workbooks.bytes(of: assessment)))
    let findings = assessment.findings
    #expect(try table.column("Code").map(\.words) == findings.map(\.code.rawValue))
    let names = TermNames(Workbooks.index.programme, assessment.plan)
    #expect(
      try table.column("Finding").map(\.words) == findings.map { names.sentence($0.message) })
    #expect(
      try table.column("Waived because").map(\.words) == findings.map { $0.waiver?.reason ?? "" })
    #expect(try table.column("Citation").contains { !$0.words.isEmpty })
    #expect(try table.column("Fix").contains { !$0.words.isEmpty })
  }
}
