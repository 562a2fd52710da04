public import Procurement

/// The description of a rule.
public struct RuleDescription: Hashable, Sendable {
  /// The code of its findings.
  public var code: FindingCode
  /// What it finds, in one sentence.
  public var summary: String
  /// Why.
  public var reason: String
  /// A plan that breaks it, and the same plan fixed.
  public var example: Example
}

/// All rules, in the order of their codes: a new rule is registered here.
public enum Rulebook {
  static let lineRules: [any LineRule] = [
    LooksLikeListedService(), DuplicateService(), UnknownService(), MissingDescription(),
    UnfundedSpend(), ProgrammeLineCharged(), NotProgrammeFunded(), FundKindMismatch(),
    UnknownFund(), NoCost(), UnconfirmedFunding(),
    PACSInteroperabilityMissing(), PACSJustificationMissing(), PACSBasicDeclined(),
    PACSOptionsConflict(), PACSOptionMissing(), PACSFeaturesAlone(),
    PACSBasicOtherSupplier(),
    ExclusiveSupplyBreach(), RouteNotOffered(), CalloffWithoutGroup(), NotAGroupMember(),
    FacilityMismatch(), LSPOutsideCalloff(), RetainedWithoutSpine(), MissingRoute(),
    MissingSupplier(), GroupOfOne(), UnknownGroup(),
  ]
  static let planRules: [any PlanRule] = [CoreNotPlanned(), LocalWorkNotPlanned()]
  static let portfolioRules: [any PortfolioRule] = [
    SeveralPlansOfATrust(), GroupContradiction(), MemberWithoutLine(),
    TrustDiffersFromRegister(),
  ]

  private static let lineRulesByCode = Dictionary(
    lineRules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The line rule of a code.
  static func lineRule(_ code: FindingCode) -> (any LineRule)? { lineRulesByCode[code] }

  /// The description of the rule of a code; every code has one.
  public static func description(of code: FindingCode) -> RuleDescription? {
    let rules: [any Rule] = lineRules + planRules + portfolioRules
    return rules.first { $0.code == code }.map { rule in
      RuleDescription(
        code: code, summary: rule.summary, reason: rule.reason, example: rule.example)
    }
  }

  /// A line rule without its texts: this runs for every line.
  private struct Test: Sendable {
    let findings: FindingSet
    let asksFor: FactGroup
    let applies: @Sendable (borrowing LineFacts) -> Bool

    init(_ rule: some LineRule) {
      findings = FindingSet([rule.code])
      asksFor = rule.asksFor
      applies = { rule.applies(to: copy $0) }
    }
  }

  private static let tests = lineRules.map { Test($0) }

  /// The findings of all rules on a line.
  static func findings(on facts: LineFacts) -> FindingSet { findings(of: tests, on: facts) }

  /// The findings on many lines of the rules that ask for a group of facts.
  static func findings(askingFor group: FactGroup) -> (LineFacts) -> FindingSet {
    let some = tests.filter { $0.asksFor == group }
    return { findings(of: some, on: $0) }
  }

  /// The codes of the rules that ask for a group of facts.
  static func codes(askingFor group: FactGroup) -> FindingSet {
    tests.reduce(into: FindingSet()) { if $1.asksFor == group { $0.formUnion($1.findings) } }
  }

  private static func findings(of tests: [Test], on facts: LineFacts) -> FindingSet {
    var findings = FindingSet()
    for test in tests where test.applies(facts) { findings.formUnion(test.findings) }
    return findings
  }
}
