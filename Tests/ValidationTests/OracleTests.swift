import PlanGenerators
import Procurement
import Testing
import Validation

/// Compares both engines with the contract, for thousands of random plans and edits.
@Suite struct OracleTests {
  @Test func `random plans are judged as the contract says`() throws {
    let index = try NPfIT.index
    var generator = PlanGenerator(seed: 2004)
    var seen = Oracle.Seen()
    for round in 0..<300 {
      let plans = (0..<10).map { place in
        round % 20 == 0 && place == 0 ? generator.plan(lines: 200) : generator.plan()
      }
      let portfolio = try PortfolioAssessment(of: plans, against: index)
      for (place, plan) in plans.enumerated() {
        let oracle = Oracle(plan)
        let assessment = Assessment(plan, against: index)
        // Messages take longest, so they are compared for some plans only.
        let isSame =
          expectSame(oracle.differences(from: assessment, inWords: place < 2), plan)
          && expectSame(oracle.differences(from: portfolio, plan: place), plan)
        guard isSame else { return }
        seen.note(oracle, assessment)
      }
    }
    expectAll(seen)
  }

  @Test func `edited plans are judged as the contract says`() throws {
    let index = try NPfIT.index
    var edits = EditGenerator(seed: 2005)
    for round in 0..<100 {
      let size = round % 25 == 0 ? 130 : edits.plans.random.number(0...12)
      let other = edits.plans.plan()
      var assessment = Assessment(edits.plans.plan(lines: size), against: index)
      var portfolio = try PortfolioAssessment(of: [other, assessment.plan], against: index)
      for step in 1...20 {
        let edit = edits.edit(of: assessment.plan)
        let fits = assessment.apply(edit) && portfolio.apply(edit, toPlan: 1)
        #expect(fits, "\(edit)")
        let oracle = Oracle(assessment.plan)
        let inWords = step % 10 == 0
        let isSame =
          expectSame(oracle.differences(from: assessment, inWords: inWords), edit)
          && expectSame(oracle.differences(from: portfolio, plan: 1), edit)
        guard isSame else { return }
      }
      expectSame(Oracle(other).differences(from: portfolio, plan: 0), "the unedited plan")
    }
  }

  @discardableResult
  private func expectSame(_ differences: [String], _ cause: Any) -> Bool {
    #expect(differences.isEmpty, "\(differences.prefix(3)) for \(cause)")
    return differences.isEmpty
  }

  private func expectAll(_ seen: Oracle.Seen) {
    let codes = Set(FindingCode.allCases.filter { !$0.rawValue.hasPrefix("G") })
    #expect(seen.codes == codes, "some codes were never found")
    #expect(seen.waived == codes, "some codes were never waived")
    #expect(seen.rows == Set(Oracle.Row.allCases), "some rows had no line")
    // Eight kinds of service and option, two needs, three routes and none, four kinds of supplier.
    #expect(seen.cases.count == 8 * 2 * 4 * 4)
    // Five cases of members: none, or one or more with or without the trust. An LSP's facility has
    // three cases of supplier (that LSP, another supplier, none), any other facility two.
    #expect(seen.groups.count == 5 * (3 + 2))
    #expect(seen.completeKinds == Set(Trust.Kind.allCases) && seen.hasAlternative)
    #expect(seen.hasPartlyCoveredLine && seen.hasExhaustedFund && seen.hasPartlyConfirmedLine)
  }
}
