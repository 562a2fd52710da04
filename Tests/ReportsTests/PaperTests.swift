import Foundation
import PlanGenerators
import Procurement
import Testing
import Validation

@testable import Reports

/// What papers say.
@Suite struct PaperTests {
  // MARK: Golden files

  @Test(arguments: ["html", "md"])
  func `a paper about a plan is as recorded`(_ format: String) throws {
    let paper = Papers.paper(
      try Papers.example("alternatives"), source: "alternatives.yaml", version: "version 3")
    try expectGolden(format == "html" ? paper.html : paper.markdown, "plan.\(format)")
  }

  @Test(arguments: ["html", "md"])
  func `a paper about a portfolio is as recorded`(_ format: String) throws {
    let plans = try ["imaging", "groups", "exclusive", "alternatives"].map(Papers.example)
    let files = PortfolioFiles(
      unread: ["broken.yaml:3:1: not a plan"], leftOut: ["Draft of May, RXX (draft.yaml)"])
    let paper = try Papers.paper(plans, files)
    try expectGolden(format == "html" ? paper.html : paper.markdown, "portfolio.\(format)")
  }

  // MARK: Sums

  @Test(arguments: 0..<24)
  func `the numbers of each table add up to its total`(_ seed: UInt64) throws {
    var plans = PlanGenerator(seed: seed)
    let paper = Papers.paper(plans.plan())
    let portfolio = try Papers.paper((0..<4).map { _ in plans.plan() })
    for table in paper.tables + portfolio.tables {
      guard let total = table.total else { continue }
      for column in table.numbers.indices {
        let sum = try table.rows.reduce(0) { try $0 + pence($1.numbers[column]) }
        #expect(
          try sum == pence(total.numbers[column]), "\(table.caption): \(table.numbers[column])")
      }
    }
  }

  @Test(arguments: 0..<24)
  func `tables of the same money have the same total`(_ seed: UInt64) throws {
    var plans = PlanGenerator(seed: seed)
    let plan = plans.plan()
    let paper = Papers.paper(plan)
    let total = Assessment(plan, against: Papers.index).totals.all
    let money = [total.cost, total.programmeFunded, total.covered, total.unfunded].map(\.pence)
    for word in ["financial year", "who may supply", "category of service", "supplier"] {
      guard let table = paper.table("Spend by \(word) (£)") else {
        #expect(plan.lines.isEmpty)
        continue
      }
      let numbers = try #require(table.total).numbers.suffix(4)
      #expect(try numbers.map { try Int64(pence($0)) } == money, "\(word)")
    }
    let lines = paper.section("lines").map { BoardPaper(section: $0).tables } ?? []
    let sums = try (0..<4).map { column in
      try lines.compactMap(\.total).reduce(Int64(0)) { try $0 + Int64(pence($1.numbers[column])) }
    }
    #expect(sums == money)
  }

  /// A number of a table in pence, or as it is if it is a count.
  private func pence(_ number: String) throws -> Int {
    let parts = number.filter { $0 != "," }.split(separator: ".")
    let pounds = try #require(parts.first.flatMap { Int($0) })
    guard parts.count == 2 else { return pounds }
    let pence = try #require(Int(parts[1]))
    return pounds * 100 + pence
  }

  // MARK: Sections

  @Test func `why money is missing is said as check says it, with names`() throws {
    let plan = try Papers.example("imaging")
    let words = FundingExplanation(Assessment(plan, against: Papers.index)).words(in: plan)
    let texts = Papers.paper(plan).texts("funding")
    #expect(texts.count == words.count && words.count > 2)
    for (text, sentence) in zip(texts, words) {
      #expect(text.lowercased() == sentence.lowercased() + ".")
    }
  }

  @Test func `each alternative is judged in the place of its line`() throws {
    let plan = try Papers.example("alternatives")
    let table = try #require(Papers.paper(plan).table("Offers by line (£)"))
    #expect(
      table.rows.map { $0.heading.text } == ["L2", "L2", "L2", "L3", "L3"])
    let lsp = table.rows[1]
    #expect(lsp.texts[0].text == "Alternative lsp" && lsp.texts[2].text == "the programme")
    #expect(lsp.numbers == ["180,000.00", "0.00"])
    #expect(table.rows[4].numbers == ["no price", ""])
  }

  @Test func `findings have their clauses, and waivers their reasons`() throws {
    var plan = try Papers.example("imaging")
    let date = try #require(CalendarDate("2004-11-02"))
    plan.lines[5].waivers = [Waiver(code: .S101, reason: "Agreed by the cluster", date: date)]
    let paper = Papers.paper(plan)
    let open = try #require(paper.table("Findings, the worst first"))
    let waived = try #require(paper.table("Waived findings, and why"))
    #expect(!open.rows.contains { $0.texts[1].details.contains { $0.hasPrefix("S101") } })
    let row = try #require(waived.rows.first)
    #expect(waived.rows.count == 1 && row.heading.text == "L6")
    #expect(row.texts[0].details[0].hasPrefix("S101; "))
    #expect(row.texts[1].text == "Agreed by the cluster")
    #expect(row.texts[1].details == ["Waived on 2 November 2004"])
    let clauses = try #require(paper.table("What the article says on this"))
    #expect(clauses.rows.contains { $0.texts[0].text.contains("only the LSPs may supply") })
    #expect(
      open.rows.map { $0.texts[0].text }
        == open.rows.map { $0.texts[0].text }.sorted {
          Severity(rawValue: $1) ?? .note < Severity(rawValue: $0) ?? .note
        })
  }

  @Test func `the readings are those that decide on the lines of the plan`() throws {
    var plan = try Papers.example("alternatives")
    plan.lines.remove(at: 2)
    plan.lines.remove(at: 0)
    let readings = Papers.paper(plan).texts("assumptions")
    #expect(readings.contains { $0.contains("Both conditions are for a PACS") })
    #expect(!readings.contains { $0.contains("exclusive right") })
  }

  @Test func `identifiers give way to names`() throws {
    let text = Papers.paper(try Papers.example("groups")).markdown
    #expect(text.contains("Anglian trusts") && text.contains("Accenture"))
    #expect(!text.contains("\\`"))
  }

  @Test func `money of plans that share a year is said to be counted twice`() throws {
    var plans = try ["imaging", "alternatives"].map(Papers.example)
    let texts = try Papers.paper(plans).texts("summary")
    let caution = try #require(texts.first { $0.hasPrefix("Money is counted more than once") })
    #expect(caution.contains("Sample Acute Trust (RXX, 2 plans) has several plans"))
    #expect(caution.contains("is not known"))
    plans[1].header.asOf = CalendarDate(year: 2004, month: 11, day: 2)
    let dated = try Papers.paper(plans)
    #expect(!dated.texts("summary").contains { $0.contains("is not known") })
    #expect(dated.texts("findings").contains { $0.hasSuffix("; leave out all but one.") })
    #expect(!dated.markdown.contains("--latest") && !dated.markdown.contains("| <br>"))
    plans[1].header.trust.code = "RQQ"
    #expect(
      try !Papers.paper(plans).texts("summary").contains { $0.hasPrefix("Money is counted") })
  }

  @Test func `findings that need a register are among those of a plan`() throws {
    let plan = try Papers.example("imaging")
    var alone = Portfolio()
    alone.append(plan, source: "plan.yaml")
    let register = try #require(
      TrustRegister([
        RegisteredTrust(code: "RXX", name: "Sample Acute Trust", cluster: "southern")
      ]))
    let joint = alone.findings(against: Papers.index, register).filter { $0.code == .G104 }
    let assessment = Assessment(plan, against: Papers.index)
    let paper = BoardPaper(assessment, joint, from: Papers.origin("plan.yaml"))
    let table = try #require(paper.table("Findings, the worst first"))
    let row = try #require(
      table.rows.first { $0.texts[1].details.first?.hasPrefix("G104") == true })
    #expect(joint.count == 1 && row.heading.text == "The plan")
    #expect(row.texts[1].text.hasSuffix("; correct the plan's trust."))
    let (without, with) = (assessment.moneySummary, assessment.moneySummary.counting(joint))
    #expect(with.count(.note) == without.count(.note) + 1)
  }

  @Test func `a plan without lines or funds still has a paper`() {
    let paper = Papers.paper(.empty)
    #expect(paper.texts("lines") == ["The plan has no lines."])
    #expect(paper.charts.isEmpty && paper.html.hasSuffix("</html>\n"))
  }
}

extension BoardPaper {
  /// A paper of one section.
  fileprivate init(section: Section) {
    self.init(title: "", kind: "", facts: [], sections: [section], closing: "")
  }
}

/// Compares a paper with its golden file.
///
/// With `CALLOFF_RECORD=1` in the environment the file is rewritten and the test fails, so that
/// recording is never silent.
private func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = Papers.folder.appending(path: "Golden").appending(path: name)
  if ProcessInfo.processInfo.environment["CALLOFF_RECORD"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  let lines = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
  let different = lines.first { $0 != $1 }
  #expect(
    text == expected, "\(name) differs: \(different?.0 ?? "length")",
    sourceLocation: sourceLocation)
}
