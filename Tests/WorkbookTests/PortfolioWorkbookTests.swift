import PlanGenerators
import Procurement
import Spreadsheets
import Testing
import Validation

@testable import Reports

@Suite struct PortfolioWorkbookTests {
  private func plans(_ count: Int, seed: UInt64) -> [Plan] {
    var generator = PlanGenerator(seed: seed)
    return (0..<count).map { number in
      var plan = generator.plan(lines: 6)
      plan.header.trust.code = "R0\(number)"
      plan.header.trust.name = "Trust \(number)"
      return plan
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `sums of the sheets are those of the portfolio`(seed: UInt64) throws {
    let assessment = try Workbooks.portfolio(plans(4, seed: seed))
    let document = try Workbooks.read(assessment)
    let lines = try ReadTable("Lines", in: document)
    let all = assessment.sums(of: 0)
    #expect(lines.rows.count == all.lines)
    #expect(try lines.sum("Total") == all.split.cost)
    #expect(try lines.sum("Unfunded") == all.split.unfunded)
    #expect(try ReadTable("Draws", in: document).sum("Amount") == all.split.trustPayable)
    let checks = document.sheets[0].rows.filter { $0.cells.last == .text("agrees") }
    #expect(checks.count == 8)
    #expect(checks.allSatisfy { $0.cells[1] == $0.cells[2] })
  }

  @Test func `each row names its trust and region`() throws {
    let plans = plans(3, seed: 7)
    let document = try Workbooks.read(try Workbooks.portfolio(plans))
    for name in ["Lines", "Funds", "Groups", "Draws", "Findings"] {
      let table = try ReadTable(name, in: document)
      #expect(table.headings.starts(with: ["Trust", "Trust name", "Region"]))
      #expect(try table.column("Trust name").allSatisfy { $0.words.hasPrefix("Trust ") })
    }
    let trusts = try ReadTable("Lines", in: document).column("Trust").map(\.words)
    #expect(trusts == plans.flatMap { plan in plan.lines.map { _ in plan.header.trust.code } })
  }

  @Test func `a sheet that is full says how many rows are missing`() throws {
    var bytes: [UInt8] = []
    var writer = WorkbookWriter<Never>(SpreadsheetProperties(title: ""), mostRows: 3) {
      bytes += $0
    }
    let table = WorkbookTable(name: "Lines", columns: [.money("Total")])
    writer.begin(table)
    for pence in 1...5 { writer.append([.money(Money(pence: Int64(pence)))]) }
    writer.end(table)
    writer.spreadsheet.finish()
    let rows = try readSpreadsheet(bytes).sheets[0].rows.map(\.cells)
    #expect(
      rows == [
        [.text("Total")], [.number("0.01")], [.number("0.02")],
        [.text("3 more rows are in `calloff export`")], [.number("0.03")],
      ])
  }
}
