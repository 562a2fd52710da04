import PlanGenerators
import Procurement
import Testing
import Validation

/// Compares the engine with the contract, for thousands of random plans.
@Suite struct OracleTests {
  @Test func `random plans are judged as the contract says`() throws {
    let index = try NPfIT.index
    var generator = PlanGenerator(seed: 2004)
    var seen = Seen()
    for round in 0..<3_000 {
      let plan = round % 200 == 0 ? generator.plan(lines: 200) : generator.plan()
      let oracle = Oracle(plan)
      let assessment = Assessment(plan, against: index)
      // Messages take longest, so they are compared for some plans only.
      let differences = differences(between: oracle, and: assessment, inWords: round % 5 == 0)
      #expect(differences.isEmpty, "plan \(round): \(differences.prefix(3))")
      guard differences.isEmpty else { return }
      seen.note(oracle, assessment)
    }
    #expect(seen.codes == Set(FindingCode.allCases), "no plan had the other codes")
    #expect(seen.rows == Set(Oracle.Row.allCases), "no plan had the other rows")
    #expect(seen.waived == Set(FindingCode.allCases).subtracting([.C103]), "others never waived")
    #expect(seen.hasPartlyCoveredLine && seen.hasExhaustedFund && seen.hasEveryCoreService)
  }

  private func differences(
    between oracle: Oracle, and assessment: Assessment, inWords: Bool
  ) -> [String] {
    let lines = oracle.plan.lines.indices.flatMap { place in
      lineDifferences(oracle, assessment, at: place)
    }
    return lines + planDifferences(oracle, assessment)
      + (inWords ? findingDifferences(oracle, assessment) : [])
  }

  private func lineDifferences(
    _ oracle: Oracle, _ assessment: Assessment, at place: Int
  ) -> [String] {
    let expected = oracle.lines[place]
    let found = assessment.verdict(at: place)
    let categories = assessment.index.programme.categories
    let actual = Oracle.Line(
      category: found.category.map { categories[$0].id }, supply: found.supply,
      cost: found.cost.pence, programmeFunded: found.programmeFunded.pence,
      trustPayable: found.trustPayable.pence, covered: found.covered.pence,
      unfunded: found.unfunded.pence, codes: Set(found.findings.codes).subtracting([.C101]))
    let funds = oracle.plan.funds
    let draws = assessment.draws(at: place).map { draw in
      Oracle.Part(
        fund: draw.fund.map { funds[$0].id }, year: draw.year, kind: draw.kind,
        pence: draw.money.pence)
    }
    var differences: [String] = []
    if actual != expected {
      differences.append("\(oracle.plan.lines[place]): \(actual), not \(expected)")
    }
    let waived = Set(found.waived.codes).subtracting([.C101])
    if waived != oracle.waived(at: place) {
      differences.append("\(oracle.plan.lines[place]): \(waived) waived")
    }
    if draws != oracle.draws[place] {
      differences.append("\(oracle.plan.lines[place]): \(draws), not \(oracle.draws[place])")
    }
    return differences
  }

  private func planDifferences(_ oracle: Oracle, _ assessment: Assessment) -> [String] {
    var differences: [String] = []
    func compare(_ name: String, _ expected: Int64, _ actual: Money) {
      if expected != actual.pence { differences.append("\(name): \(actual), not \(expected)") }
    }
    func sums(_ name: String, _ split: Split, of lines: [Oracle.Line]) {
      compare("\(name) cost", lines.map(\.cost).reduce(0, +), split.cost)
      compare(
        "\(name) programme", lines.map(\.programmeFunded).reduce(0, +), split.programmeFunded)
      compare("\(name) trust", lines.map(\.trustPayable).reduce(0, +), split.trustPayable)
      compare("\(name) covered", lines.map(\.covered).reduce(0, +), split.covered)
      compare("\(name) unfunded", lines.map(\.unfunded).reduce(0, +), split.unfunded)
    }
    sums("all", assessment.totals.all, of: oracle.lines)
    for (split, category) in zip(assessment.totals.categories, ["core", "additional", "future"]) {
      sums(category, split, of: oracle.lines.filter { $0.category == category })
    }
    for supply in Supply.allCases {
      let count = oracle.lines.count { $0.supply == supply }
      if assessment.totals.lines(supply) != count { differences.append("\(supply): not \(count)") }
    }
    // The oracle does not judge C101, so it is left out of the engine's counts.
    let resembling = assessment.plan.lines.indices.map(assessment.verdict)
      .filter { $0.findings.contains(.C101) }
    let counts = Severity.allCases.map { severity in
      assessment.count(severity)
        - (severity == .warning ? resembling.count { !$0.waived.contains(.C101) } : 0)
    }
    let waivedCount = assessment.waivedCount - resembling.count { $0.waived.contains(.C101) }
    if counts + [waivedCount] != oracle.counts {
      differences.append("counts: \(counts), \(waivedCount), not \(oracle.counts)")
    }
    for balance in assessment.balances {
      let left = oracle.left[oracle.plan.funds[balance.fund].id]?[balance.year] ?? 0
      compare("left of \(balance)", left, balance.available - balance.drawn)
    }
    return differences
  }

  private func findingDifferences(_ oracle: Oracle, _ assessment: Assessment) -> [String] {
    var expected: [(line: String?, code: FindingCode)] = []
    for (line, result) in zip(oracle.plan.lines, oracle.lines) {
      expected += result.codes.sorted().map { (line.id, $0) }
    }
    if !oracle.notPlanned.isEmpty { expected.append((nil, .C103)) }
    let findings = assessment.findings.filter { $0.code != .C101 }
    guard findings.map(\.code) == expected.map(\.code), findings.map(\.line) == expected.map(\.line)
    else { return ["findings in another order"] }
    return findings.flatMap { finding -> [String] in
      guard let place = finding.index else {
        return oracle.notPlanned.filter { !finding.message.contains("`\($0)`") }
      }
      let line = oracle.lines[place]
      var differences: [String] = []
      let waiver = oracle.plan.lines[place].waivers.first { $0.code == finding.code }
      if finding.waiver != waiver { differences.append("\(finding), not \(waiver as Any)") }
      let amounts: [FindingCode: Int64] = [.F101: line.unfunded, .F103: line.trustPayable]
      if finding.amount?.pence != amounts[finding.code] { differences.append("\(finding)") }
      let years = oracle.draws[place].filter { $0.fund == nil }.map(\.year)
      if finding.code == .F101, !years.allSatisfy({ finding.message.contains($0.description) }) {
        differences.append("\(finding) without \(years)")
      }
      return differences
    }
  }

  /// The codes and rows that random plans have covered so far.
  private struct Seen {
    var codes: Set<FindingCode> = []
    var rows: Set<Oracle.Row> = []
    var hasPartlyCoveredLine = false
    var hasExhaustedFund = false
    var hasEveryCoreService = false
    var waived: Set<FindingCode> = []

    mutating func note(_ oracle: Oracle, _ assessment: Assessment) {
      for line in oracle.lines {
        codes.formUnion(line.codes)
        if line.covered > 0, line.unfunded > 0 { hasPartlyCoveredLine = true }
      }
      rows.formUnion(oracle.rows)
      if !oracle.notPlanned.isEmpty { codes.insert(.C103) }
      for place in oracle.plan.lines.indices {
        codes.formUnion(assessment.verdict(at: place).findings.codes)
        waived.formUnion(assessment.verdict(at: place).waived.codes)
      }
      if assessment.balances.contains(where: { $0.available > .zero && $0.drawn == $0.available }) {
        hasExhaustedFund = true
      }
      if oracle.notPlanned.isEmpty { hasEveryCoreService = true }
    }
  }
}
