import Procurement
import Testing

@testable import Validation

/// Sets, tables and sums have room for 64 codes, however many there are now.
@Suite struct FindingCapacityTests {
  private func line(_ findings: FindingSet) -> LineContribution {
    LineContribution(
      category: 1, cost: 5, programmeFunded: 0, covered: 0, unconfirmed: 0, expected: 0,
      supply: 2, isExclusiveProgrammeLine: false, findings: findings, waived: 0)
  }

  @Test func `all codes fit in a set, each with its own bit`() {
    #expect(FindingCode.allCases.count <= FindingSet.capacity)
    #expect(FindingSet.capacity == 64)
    for (place, code) in FindingCode.allCases.enumerated() {
      #expect(code.ordinal == place)
      #expect(FindingSet([code]).bits == 1 << UInt64(place))
    }
  }

  @Test(arguments: 0..<64)
  func `a code is counted only as itself`(code: Int) {
    let findings = FindingSet(bits: 1 << UInt64(code))
    var added = SumTable(nodes: 2, categories: 2, codes: FindingSet.capacity)
    added.add(line(findings), to: 0, sign: 1)
    var tallied = SumTable(nodes: 2, categories: 2, codes: FindingSet.capacity)
    tallied.tally { sums, tally in
      // More lines than a byte of the tally can count.
      for _ in 0..<300 { sums.add(line(findings), &tally) }
    }
    for (table, count) in [(added, 1), (tallied, 300)] {
      let sums = table.sums(of: 0, category: 1)
      #expect((0..<64).map(sums.findings(at:)) == (0..<64).map { $0 == code ? count : 0 })
      #expect(sums.lines == count)
      #expect(Supply.allCases.map { sums.lines($0) } == [0, count, 0])
      #expect(sums.waived == 0)
      for (node, category) in [(0, 0), (1, 0), (1, 1)] {
        let other = table.sums(of: node, category: category)
        #expect(other.lines == 0 && (0..<64).allSatisfy { other.findings(at: $0) == 0 })
      }
    }
  }

  @Test(arguments: 0..<64)
  func `a code in an entry of the rule tables changes no other answer`(code: Int) {
    for supplyNumber in UInt8(0)...3 {
      let findings = FindingSet(bits: 1 << UInt64(code))
      var facts = LineFacts()
      facts.supply = Supply.allCases.first { $0.number == Int(supplyNumber) }
      let entry = RuleTables.Entry(findings, facts)
      #expect(entry.findings == findings)
      #expect(entry.payer == .trust)
      #expect(entry.groupUse == .none)
      #expect(entry.supplyNumber == supplyNumber)
    }
  }
}
