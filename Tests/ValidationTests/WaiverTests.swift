import Procurement
import Testing
import Validation

/// The effect of waivers on the findings of a line.
@Suite struct WaiverTests {
  /// A retained core system that is not on the Spine and not funded: S107, F101 and F103.
  private static let plan = """
    lines:
      - id: L1
        service: core.maternity
        need: retain
        supplier: In-house
        cost: {revenue: {2004-05: 8000}}

    """
  private static let waivers = """
        waivers:
          - {code: S107, reason: Connected in March, date: 2004-11-02}
          - {code: F105, reason: It names none, date: 2004-11-02}

    """

  @Test func `a waived finding is listed with its reason and counted separately`() throws {
    let before = try Assessment(example: WaiverTests.plan)
    let after = try Assessment(example: WaiverTests.plan + WaiverTests.waivers)
    #expect(after.findings.map(\.code) == before.findings.map(\.code))
    #expect(after.findings.map(\.message) == before.findings.map(\.message))
    let finding = try #require(after.findings.first { $0.code == .S107 })
    #expect(finding.waiver?.reason == "Connected in March")
    #expect(finding.waiver?.date.description == "2004-11-02")
    #expect(after.findings.count { $0.waiver != nil } == 1)
    #expect(before.count(.warning) == 1 && after.count(.warning) == 0)
    #expect(before.waivedCount == 0 && after.waivedCount == 1)
    #expect(before.count(.error) == after.count(.error))
  }

  @Test func `a waiver without its finding has no effect and is kept`() throws {
    let assessment = try Assessment(example: WaiverTests.plan + WaiverTests.waivers)
    let verdict = assessment.verdict(at: 0)
    #expect(verdict.waived.codes == [.S107])
    #expect(verdict.unwaived.codes == [.F101, .F103])
    #expect(assessment.plan.lines[0].waivers.map(\.code) == [.S107, .F105])
  }

  @Test func `a waiver follows its finding as the line is edited`() throws {
    var assessment = try Assessment(example: WaiverTests.plan + WaiverTests.waivers)
    assessment.apply(assessment.plan.setting(.spineConnected(true), at: 0))
    #expect(assessment.waivedCount == 0)
    assessment.apply(assessment.plan.setting(.funds(["nowhere"]), at: 0))
    #expect(assessment.verdict(at: 0).waived.codes == [.F105])
    let edit = assessment.plan.setting(.waivers([]), at: 0)
    assessment.apply(edit)
    #expect(assessment.waivedCount == 0)
    assessment.apply(edit.inverse)
    #expect(assessment.verdict(at: 0).waived.codes == [.F105])
  }

  @Test func `a finding on the whole plan cannot be waived`() throws {
    let waiver = "    waivers: [{code: C103, reason: Later, date: 2004-11-02}]\n"
    let assessment = try Assessment(example: WaiverTests.plan + waiver)
    #expect(assessment.waivedCount == 0)
    #expect(assessment.planFindings.map(\.code) == [.C103])
    #expect(assessment.planFindings.allSatisfy { $0.waiver == nil })
  }
}
