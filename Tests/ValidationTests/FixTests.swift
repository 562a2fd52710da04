import PlanGenerators
import Procurement
import Testing
import Text
import Validation

@Suite struct FixTests {
  @Test func `every fix removes its finding, leads to a field, or finds some missing money`() throws
  {
    let index = try NPfIT.index
    var generator = PlanGenerator(seed: 11)
    var fixed: Set<FindingCode> = []
    for _ in 0..<200 {
      var assessment = Assessment(generator.plan(), against: index)
      for finding in assessment.findings {
        for fix in assessment.fixes(for: finding) {
          fixed.insert(finding.code)
          if fix.field != nil {
            #expect(fix.edits.isEmpty)
            continue
          }
          var plan = assessment.plan
          for edit in fix.edits { plan.apply(edit) }
          let after = Assessment(plan, against: index)
          if finding.code == .F101 {
            #expect(after.totals.all.unfunded < assessment.totals.all.unfunded)
          } else {
            #expect(!has(finding, in: after), "\(fix.title) leaves \(finding)")
          }
        }
      }
    }
    // Only the user knows what a system costs or what a service is for.
    let codes = FindingCode.allCases.filter { !$0.isOnPortfolio }
    #expect(Set(codes).subtracting(fixed) == [.C105, .F106])
  }

  @Test func `a system that stays is not offered another route, which would be ignored`() throws {
    var plan = Plan.empty
    plan.header.trust.cluster = "london"
    var line = PlanLine(id: "L1", service: "core.maternity")
    line.need = .retain
    line.cost[try #require(FinancialYear("2004-05")), .revenue] = Money(pence: 500_000)
    plan.lines = [line]
    var assessment = Assessment(plan, against: try NPfIT.index)
    let note = try #require(assessment.findings.first { $0.code == .F103 })
    #expect(assessment.fixes(for: note).isEmpty)
  }

  /// What a line said, price included, is kept as an alternative where a fix names another offer.
  @Test func `no fix takes the price of one offer for that of another, or invents evidence`() throws
  {
    let index = try NPfIT.index
    var generator = PlanGenerator(seed: 13)
    var replaced = 0
    for _ in 0..<120 {
      var assessment = Assessment(generator.plan(), against: index)
      for finding in assessment.findings where finding.line != nil {
        for fix in assessment.fixes(for: finding) {
          var plan = assessment.plan
          for edit in fix.edits { plan.apply(edit) }
          guard let place = finding.index, plan.lines.count == assessment.plan.lines.count else {
            continue
          }
          let (old, new) = (assessment.plan.lines[place], plan.lines[place])
          #expect(new.justification == old.justification)
          #expect(new.crsInteroperable == old.crsInteroperable)
          #expect(new.spineConnected == old.spineConnected)
          let isReplaced =
            old.supplier.map { !$0.isBlank } ?? false && new.supplier != nil
            && old.supplier != new.supplier
            || old.route != nil && new.route != nil && old.route != new.route
            || old.pacs != nil && new.pacs != nil && old.pacs != new.pacs
          guard isReplaced else { continue }
          replaced += 1
          #expect(new.cost == Cost())
          let kept = try #require(new.alternatives.last)
          #expect(kept.cost == old.cost)
          var back = new.taking(kept)
          back.alternatives = old.alternatives
          #expect(back == old)
        }
      }
    }
    #expect(replaced > 100)
  }

  @Test func `a fix changes only its line, the trust's part in a group, or the order`() throws {
    let index = try NPfIT.index
    var generator = PlanGenerator(seed: 12)
    for _ in 0..<120 {
      var assessment = Assessment(generator.plan(), against: index)
      let plan = assessment.plan
      for finding in assessment.findings {
        for fix in assessment.fixes(for: finding) {
          var changed = plan
          for edit in fix.edits { changed.apply(edit) }
          if fix.kind == "draw on the funds in another order" {
            #expect(fix.edits.allSatisfy { $0.isOrder })
            continue
          }
          #expect(changed.header == plan.header)
          #expect(finding.code == .F101 || changed.funds == plan.funds)
          #expect(others(changed, finding, plan) == plan.lines.filter { $0.id != finding.line })
          #expect(
            changed.groups.map(withoutTrust(of: plan)) == plan.groups.map(withoutTrust(of: plan)))
        }
      }
    }
  }

  @Test func `fixes of a finding that no longer applies are harmless`() throws {
    var assessment = try Assessment(of: .S101)
    let finding = try #require(assessment.findings.first { $0.code == .S101 })
    let fix = try #require(assessment.fixes(for: finding).first)
    var edited = assessment
    for edit in fix.edits { edited.apply(edit) }
    #expect(!edited.findings.contains { $0.code == .S101 })
    var without = assessment
    without.apply(.remove(assessment.plan.lines[0], at: 0))
    let fixes = without.fixes(for: finding)
    #expect(fixes.isEmpty)
  }

  /// Whether a plan has a finding, on its line if it has one.
  private func has(_ finding: Finding, in assessment: Assessment) -> Bool {
    guard let line = finding.line else {
      return assessment.planFindings.contains { $0.code == finding.code }
    }
    let place = assessment.plan.index(ofLine: line, near: finding.index ?? 0)
    return place.map { assessment.verdict(at: $0).findings.contains(finding.code) } ?? false
  }

  /// The lines that the plan had before, except the one that the finding is about.
  private func others(_ changed: Plan, _ finding: Finding, _ plan: Plan) -> [PlanLine] {
    let ids = Set(plan.lines.map(\.id))
    return changed.lines.filter { $0.id != finding.line && ids.contains($0.id) }
  }

  /// A group without what the trust may change: its own membership, and the facility.
  private func withoutTrust(of plan: Plan) -> (BuyingGroup) -> BuyingGroup {
    { group in
      BuyingGroup(
        id: group.id, name: group.name, facility: "",
        members: group.members.filter { $0 != plan.header.trust.code })
    }
  }
}
