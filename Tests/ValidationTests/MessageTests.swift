import PlanGenerators
import Procurement
import Testing
import Validation

/// The form of all messages of the validation, for random plans.
@Suite struct MessageTests {
  @Test func `messages start in lower case, lack a full stop and quote the user's text`() throws {
    var generator = PlanGenerator(seed: 13)
    for _ in 0..<200 {
      let assessment = Assessment(generator.plan(), against: try NPfIT.index)
      for finding in assessment.findings {
        expectManners(finding.message)
        let saysWhatToDo = finding.message.contains("; ") || finding.message.contains(": ")
        #expect(saysWhatToDo, "\(finding.message)")
      }
    }
  }

  @Test func `titles of fixes are phrases`() throws {
    var generator = PlanGenerator(seed: 14)
    for _ in 0..<80 {
      var assessment = Assessment(generator.plan(), against: try NPfIT.index)
      for finding in assessment.findings {
        let titles = assessment.fixes(for: finding).map(\.title)
        titles.forEach(expectManners)
        #expect(Set(titles).count == titles.count, "\(titles)")
      }
    }
  }

  @Test func `every finding cites clauses of the programme that concern its line`() throws {
    let programme = try NPfIT.index.programme
    var generator = PlanGenerator(seed: 15)
    for _ in 0..<150 {
      let plan = generator.plan()
      for finding in Assessment(plan, against: try NPfIT.index).findings {
        #expect(!finding.cites.isEmpty, "\(finding.code)")
        let cited = programme.clauses(for: finding.code).map(\.citation)
        #expect(finding.cites.allSatisfy(cited.contains))
        // A finding on imaging must not cite a clause about core services.
        if let place = finding.index, plan.lines[place].service == NPfIT.pacs {
          #expect(!finding.cites.contains { $0.hasPrefix("Core") }, "\(finding)")
        }
      }
    }
  }

  @Test func `what the programme does not pay for cites the clauses of its kind of line`() throws {
    let assessment = try Assessment(
      example: """
        lines:
          - {id: L1, service: core.maternity, need: retain, spine_connected: true,
             cost: {revenue: {2004-05: 10}}, funds: [running]}
          - {id: L2, service: core.surgery, route: open, supplier: Acme,
             cost: {revenue: {2004-05: 10}}, funds: [running]}
          - {id: L3, service: additional.pacs, pacs: basic, route: programme, supplier: csc,
             cost: {revenue: {2004-05: 10}}, funds: [running]}
          - {id: L4, service: additional.training, route: open, supplier: Acme,
             cost: {revenue: {2004-05: 10}}, funds: [running]}
        """)
    let findings = assessment.findings.filter { $0.code == .F103 }
    #expect(findings.map(\.line) == ["L1", "L2", "L3"])
    #expect(
      findings.map { assessment.clauses(for: $0).map(\.id) } == [
        ["core-retained"], ["core-breach-unpaid"], ["pacs-basic-from-lsp"],
      ])
  }

  @Test func `three routes to choose from are listed with commas`() throws {
    let assessment = try Assessment(
      example: """
        lines:
          - {id: L1, service: additional.pacs, pacs: features, supplier: Acme}
        """)
    let message = assessment.findings.first { $0.code == .S108 }?.message
    #expect(message == "a new system needs a route; choose `programme`, `calloff` or `open`")
  }

  @Test func `text from the user is quoted on one line, without its backticks and shortened`()
    throws
  {
    let assessment = try Assessment(
      example: """
        lines:
          - id: L1
            service: future
            description: "Electronic\\nprescribing of `drugs` \(String(repeating: "x", count: 500))"
            route: open
            supplier: Acme
        """)
    let message = try #require(assessment.findings.first { $0.code == .C101 }).message
    #expect(message.hasPrefix("`Electronic prescribing of 'drugs' xxx"))
    #expect(message.contains("xxx…` resembles `core.e-prescribing`"))
    #expect(message.count < 200)
  }

  private func expectManners(_ text: String) {
    let first = text.first
    #expect(
      first.map { $0.isLowercase || $0 == "`" || $0 == "£" || $0.isNumber } ?? false, "\(text)")
    #expect(text.last.map { !".:;, ".contains($0) } ?? false, "\(text)")
    #expect(text.count { $0 == "`" }.isMultiple(of: 2), "\(text)")
    #expect(text.allSatisfy { !$0.isNewline }, "\(text)")
    // What users wrote is quoted as it is, with all its blanks.
    let own = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: "`")
    #expect(!own.contains("  ") && !own.contains("nil") && !own.contains("Optional"), "\(text)")
  }
}
