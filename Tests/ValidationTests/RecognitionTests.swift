import PlanGenerators
import Procurement
import Testing
import Text
import Validation

/// LSPs and trusts are recognised in every spelling.
@Suite struct RecognitionTests {
  private func plan(_ trust: String, _ supplier: String = "Acme") throws -> Plan {
    let year = try #require(FinancialYear(start: 2004))
    let trust = Trust(code: trust, name: "", kind: .acute, cluster: "london")
    var line = PlanLine(id: "L1", service: "additional.helpdesk")
    line.route = .open
    line.supplier = supplier
    line.cost[year, .revenue] = Money(pence: 100)
    return Plan(header: Plan.Header(title: "", trust: trust, years: [year]), lines: [line])
  }

  private func codes(_ plan: Plan) throws -> Set<FindingCode> {
    let assessment = Assessment(plan, against: try NPfIT.index)
    let found = Set(assessment.findings.map(\.code))
    let portfolio = try PortfolioAssessment(of: [plan], against: NPfIT.index)
    for code in FindingCode.allCases {
      #expect((portfolio.sums(of: 0).findings(code) > 0) == found.contains(code), "\(code)")
    }
    return found
  }

  @Test func `an invisible character does not hide an LSP`() throws {
    let index = try NPfIT.index
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), scalar.isUnseen else { continue }
      let name = scalar.nameOfHidden
      let joined = index.provider(scalar.separatesWords ? "British Telecom" : "BritishTelecom")
      #expect(index.provider("British\(scalar)Telecom") == joined, "\(name)")
      #expect(index.provider("\(scalar)BT\(scalar)") == index.provider("bt"), "\(name)")
      // With a visible blank it is another name.
      let wanted = scalar.separatesWords ? nil : index.provider("bt")
      #expect(index.provider("B\(scalar)T") == wanted, "\(name)")
    }
  }

  @Test(arguments: [
    "B\u{200B}T", "b\u{2060}t", "B\u{FEFF}T", "B\u{AD}T", "B\u{200D}T", "bt\u{2800}",
  ])
  func `the rules recognise an LSP with an invisible character in its name`(name: String) throws {
    #expect(try codes(plan("RXX", name)).contains(.S106))
  }

  @Test(arguments: [("RXX", "rxx"), ("rxx", "RXX"), ("rXx", " RxX ")])
  func `a member is recognised in upper and lower case`(trust: String, member: String) throws {
    var plan = try plan(trust, "fujitsu")
    plan.groups = [BuyingGroup(id: "g", name: "", facility: "fujitsu", members: ["RYY", member])]
    #expect(try codes(plan).contains(.S106))
    // The fix through the group is offered, as for a code in the same case.
    var assessment = Assessment(plan, against: try NPfIT.index)
    let finding = try #require(assessment.findings.first { $0.code == .S106 })
    #expect(assessment.fixes(for: finding).contains { $0.title.contains("buy it with group `g`") })
    plan.lines[0].route = .calloff
    plan.lines[0].group = "g"
    #expect(try codes(plan).isDisjoint(with: [.S104, .S106]))
  }

  @Test func `codes of trusts compare without case, and are shown as in the first plan`()
    throws
  {
    let plans = [try plan("rxx"), try plan("RXX"), try plan("RYY")]
    let tree = try PortfolioAssessment(of: plans, against: NPfIT.index).tree
    #expect(tree.nodes[0].trusts == 2 && tree.nodes[0].plans == 3)
    #expect(tree.nodes(.trust).map { tree.nodes[$0].name } == ["rxx", "RYY"])
  }
}
