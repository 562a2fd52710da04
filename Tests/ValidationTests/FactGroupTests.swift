import PlanGenerators
import Procurement
import Testing

@testable import Validation

/// Each rule names the group of facts that it asks for; `RuleTables` relies on that.
@Suite struct FactGroupTests {
  @Test func `every code has one rule, in the order of codes`() {
    let codes = Rulebook.lineRules.map(\.code)
    #expect(
      codes == FindingCode.allCases.filter { ![.C103, .C106].contains($0) && !$0.isOnPortfolio })
    #expect(Rulebook.planRules.map(\.code) == [.C103, .C106])
  }

  @Test func `every line rule is in the table of its facts`() {
    let all = FactGroup.allCases.map(Rulebook.codes(askingFor:))
    #expect(all.map(\.count).reduce(0, +) == Rulebook.lineRules.count)
    let none = LineFacts()
    for (group, codes) in zip(FactGroup.allCases, all) {
      let findings = Rulebook.findings(askingFor: group)(none)
      #expect(findings == Rulebook.findings(on: none).intersection(codes))
    }
  }

  /// A rule that uses facts outside its group makes a table that differs from it for some line.
  @Test func `the tables agree with the rules on every line`() throws {
    let index = try NPfIT.index
    let tables = index.ruleTables
    var plans = PlanGenerator(seed: 21)
    for _ in 0..<200 {
      let assessment = Assessment(plans.plan(lines: 12), against: index)
      for place in assessment.plan.lines.indices {
        let facts = assessment.facts(at: place)
        let line = assessment.plan.lines[place]
        #expect(tables.findings(on: line, facts) == Rulebook.findings(on: facts))
      }
    }
  }
}

extension RuleTables {
  /// The findings of all tables on a line with these facts.
  fileprivate func findings(on line: PlanLine, _ facts: LineFacts) -> FindingSet {
    let entry = entry(facts.service.kind, LineTraits(line), facts.supplier)
    var findings = entry.findings
    var money = MoneyFacts(facts.funds).union(entry.money)
    money.insert(.hasCostOfUnpaidKind, if: facts.hasCostOfUnpaidKind)
    money.insert(.hasCost, if: facts.cost != .zero)
    money.insert(.isUnfunded, if: facts.unfunded != .zero)
    money.insert(.isUnconfirmed, if: facts.coverage.unconfirmed != .zero)
    let option = facts.option.map { Int(LineTraits.number($0)) } ?? 0
    let sibling = SiblingCase(
      facts.need, option: option, facts.siblings, resembles: facts.resembled != nil)
    findings.formUnion(self.findings(sibling))
    lend { memory in
      findings.formUnion(memory.findings(money))
      findings.formUnion(memory.findings(facts.group, entry.groupUse))
    }
    return findings
  }
}
