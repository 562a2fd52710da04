import PlanGenerators
import Procurement
import Testing
import Validation

/// Lists of findings, on all lines or some, worst first and in parts.
@Suite struct ListingTests {
  @Test func `any part of any list equals that part of a sorted list of all findings`() throws {
    let index = try NPfIT.index
    var plans = PlanGenerator(seed: 31)
    for round in 0..<150 {
      let size = round % 15 == 0 ? 140 : plans.random.number(0...12)
      let assessment = Assessment(plans.plan(lines: size), against: index)
      let places = plans.places(in: assessment.plan)
      let codes = plans.codes()
      let list = sorted(assessment, on: places, codes: codes)
      #expect(assessment.findingCount(on: places, codes: codes) == list.count)
      for _ in 0..<4 {
        let start = plans.random.number(0...list.count)
        let window = start..<start + plans.random.number(0...20)
        let part = assessment.findings(worstFirst: window, on: places, codes: codes)
        #expect(part == Array(list[window.clamped(to: 0..<list.count)]), "round \(round)")
      }
    }
  }

  /// All findings, sorted; those on the plan only if every line is listed.
  private func sorted(
    _ assessment: Assessment, on places: [Int]?, codes: FindingSet?
  ) -> [Finding] {
    let onLines = (places ?? Array(assessment.plan.lines.indices)).flatMap {
      assessment.findings(at: $0)
    }
    let wanted = { (finding: Finding) in codes?.contains(finding.code) ?? true }
    let ordered = Severity.allCases.reversed().flatMap { severity in
      onLines.filter { wanted($0) && $0.severity == severity }
    }
    return ordered + (places == nil ? assessment.planFindings.filter(wanted) : [])
  }
}

extension PlanGenerator {
  /// Some places, in any order, or all of them.
  fileprivate mutating func places(in plan: Plan) -> [Int]? {
    guard random.chance(60) else { return nil }
    return plan.lines.indices.filter { _ in random.chance(50) }.shuffled(using: &random)
  }

  /// Some codes, or all of them.
  fileprivate mutating func codes() -> FindingSet? {
    guard random.chance(60) else { return nil }
    return FindingSet(FindingCode.allCases.filter { _ in random.chance(40) })
  }
}
