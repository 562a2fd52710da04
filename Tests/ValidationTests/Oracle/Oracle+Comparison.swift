import PlanGenerators
import Procurement
import Validation

// Differences between the engine's results and the contract's. The oracle does not judge C101, so it
// is left out of the engine's results.

extension Oracle.Line {
  /// The engine's results for a line.
  init(_ verdict: LineVerdict, _ programme: Programme) {
    category = verdict.category.map { programme.categories[$0].id }
    supply = verdict.supply
    cost = verdict.cost.pence
    programmeFunded = verdict.programmeFunded.pence
    trustPayable = verdict.trustPayable.pence
    covered = verdict.covered.pence
    unfunded = verdict.unfunded.pence
    unconfirmed = verdict.unconfirmed.pence
    codes = Set(verdict.findings.codes).subtracting([.C101])
    waived = Set(verdict.waived.codes).subtracting([.C101])
  }

  /// The sums of each amount over some lines.
  fileprivate static func amounts(of lines: [Oracle.Line]) -> [Int64] {
    let amounts: [KeyPath<Oracle.Line, Int64>] = [
      \.cost, \.programmeFunded, \.trustPayable, \.covered, \.unfunded, \.unconfirmed,
    ]
    return amounts.map { amount in lines.map { $0[keyPath: amount] }.reduce(0, +) }
  }
}

extension Split {
  fileprivate var amounts: [Int64] {
    [cost, programmeFunded, trustPayable, covered, unfunded, unconfirmed].map(\.pence)
  }
}

extension Oracle {
  private static let categories = ["core", "additional", "future"]

  /// The differences in an assessment of the plan, in findings and messages too if wanted.
  func differences(from assessment: Assessment, inWords: Bool) -> [String] {
    let verdicts = plan.lines.indices.map { assessment.verdict(at: $0) }
    return differences(from: verdicts, assessment.index.programme)
      + drawDifferences(assessment) + sumDifferences(assessment, verdicts)
      + (inWords ? findingDifferences(assessment) : [])
  }

  /// The differences in a portfolio that has the plan at a place.
  func differences(from portfolio: PortfolioAssessment, plan place: Int) -> [String] {
    let verdicts = portfolio.verdicts(ofPlan: place)
    var differences = differences(from: verdicts, portfolio.index.programme)
    let node = portfolio.tree.node(ofPlan: place)
    let sums = portfolio.sums(of: node)
    if sums.split.amounts != Line.amounts(of: lines) { differences.append("\(sums.split)") }
    for (category, id) in Oracle.categories.enumerated() {
      let split = portfolio.sums(of: node, category: category).split
      if split.amounts != Line.amounts(of: lines.filter { $0.category == id }) {
        differences.append("\(id): \(split)")
      }
    }
    for supply in Supply.allCases where sums.lines(supply) != lines.count(of: supply) {
      differences.append("\(sums.lines(supply)) lines are \(supply)")
    }
    let unwaived = unwaived
    for code in FindingCode.allCases where code != .C101 {
      let expected = unwaived[code, default: 0]
      if sums.findings(code) != expected {
        differences.append("\(sums.findings(code)) \(code), not \(expected)")
      }
    }
    let waived = sums.waived - verdicts.count { $0.waived.contains(.C101) }
    if waived != waivedCount { differences.append("\(waived) waived, not \(waivedCount)") }
    return differences
  }

  private func differences(from verdicts: [LineVerdict], _ programme: Programme) -> [String] {
    zip(plan.lines, zip(verdicts, lines)).compactMap { line, verdicts in
      let (found, expected) = (Line(verdicts.0, programme), verdicts.1)
      return found == expected ? nil : "\(line): \(found), not \(expected)"
    }
  }

  private func drawDifferences(_ assessment: Assessment) -> [String] {
    var differences: [String] = []
    for place in plan.lines.indices {
      let found = assessment.draws(at: place).map { draw in
        Part(
          fund: draw.fund.map { plan.funds[$0].id }, year: draw.year, kind: draw.kind,
          pence: draw.money.pence)
      }
      if found != draws[place] {
        differences.append("\(plan.lines[place]): \(found), not \(draws[place])")
      }
    }
    for balance in assessment.balances {
      let expected = left[plan.funds[balance.fund].id]?[balance.year] ?? 0
      if (balance.available - balance.drawn).pence != expected {
        differences.append("\(balance), not \(expected)")
      }
    }
    return differences
  }

  private func sumDifferences(_ assessment: Assessment, _ verdicts: [LineVerdict]) -> [String] {
    let totals = assessment.totals
    var differences: [String] = []
    if totals.all.amounts != Line.amounts(of: lines) { differences.append("\(totals.all)") }
    for (split, id) in zip(totals.categories, Oracle.categories)
    where split.amounts != Line.amounts(of: lines.filter { $0.category == id }) {
      differences.append("\(id): \(split)")
    }
    for supply in Supply.allCases where totals.lines(supply) != lines.count(of: supply) {
      differences.append("\(totals.lines(supply)) lines are \(supply)")
    }
    let unwaived = unwaived
    let resembling = verdicts.filter { $0.findings.contains(.C101) }
    for severity in Severity.allCases {
      let others = severity == .warning ? resembling.count { !$0.waived.contains(.C101) } : 0
      let expected = unwaived.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
      let found = assessment.count(severity) - others
      if found != expected { differences.append("\(found) \(severity), not \(expected)") }
    }
    let waived = assessment.waivedCount - resembling.count { $0.waived.contains(.C101) }
    if waived != waivedCount { differences.append("\(waived) waived, not \(waivedCount)") }
    return differences
  }
}

// MARK: Messages

extension Oracle {
  private func findingDifferences(_ assessment: Assessment) -> [String] {
    var expected: [(line: String?, code: FindingCode)] = []
    for (line, result) in zip(plan.lines, lines) {
      expected += result.codes.sorted().map { (line.id, $0) }
    }
    expected += planCodes.sorted().map { (nil, $0) }
    let findings = assessment.findings.filter { $0.code != .C101 }
    guard findings.map(\.code) == expected.map(\.code), findings.map(\.line) == expected.map(\.line)
    else { return ["findings in another order: \(findings.map(\.code)), not \(expected)"] }
    return findings.flatMap(differences)
  }

  private func differences(from finding: Finding) -> [String] {
    let waivers = finding.index.map { plan.lines[$0].waivers } ?? plan.header.waivers
    var differences: [String] = []
    if finding.waiver != waivers.first(where: { $0.code == finding.code }) {
      differences.append("\(finding) has another waiver")
    }
    if finding.amount?.pence != amount(of: finding) {
      differences.append("\(finding) has another amount")
    }
    if finding.code == .C103, Set(NPfIT.core.filter(finding.message.contains)) != notPlanned {
      differences.append("\(finding), not \(notPlanned.sorted())")
    }
    if finding.code == .F101, let place = finding.index {
      let years = draws[place].filter { $0.fund == nil }.map(\.year.description)
      if !years.allSatisfy(finding.message.contains) {
        differences.append("\(finding) without \(years)")
      }
    }
    return differences
  }

  private func amount(of finding: Finding) -> Int64? {
    guard let place = finding.index else { return nil }
    switch finding.code {
    case .F101: return lines[place].unfunded
    case .F103: return lines[place].trustPayable
    case .F107: return lines[place].unconfirmed
    default: return nil
    }
  }
}

extension [Oracle.Line] {
  fileprivate func count(of supply: Supply) -> Int { count { $0.supply == supply } }
}
