import PlanGenerators
import Procurement
import Testing
import Validation

@Suite struct FixTests {
  @Test func `every fix offered removes its finding`() throws {
    let index = try NPfIT.index
    var generator = PlanGenerator(seed: 11)
    var fixed: Set<FindingCode> = []
    for _ in 0..<120 {
      var assessment = Assessment(generator.plan(), against: index)
      for finding in assessment.findings {
        for fix in assessment.fixes(for: finding) {
          var plan = assessment.plan
          for edit in fix.edits { plan.apply(edit) }
          #expect(
            !has(finding, in: Assessment(plan, against: index)),
            "\(fix.title) leaves \(finding)")
          fixed.insert(finding.code)
        }
      }
    }
    // Only the user knows what a system costs or what a service is for.
    #expect(Set(FindingCode.allCases).subtracting(fixed) == [.C105, .F106])
  }

  @Test func `a fix changes only its line and the trust's own part in a group`() throws {
    let index = try NPfIT.index
    var generator = PlanGenerator(seed: 12)
    for _ in 0..<120 {
      var assessment = Assessment(generator.plan(), against: index)
      let plan = assessment.plan
      for finding in assessment.findings {
        for fix in assessment.fixes(for: finding) {
          var changed = plan
          for edit in fix.edits { changed.apply(edit) }
          #expect(changed.header == plan.header && changed.funds == plan.funds)
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
