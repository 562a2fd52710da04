public import Procurement

/// A rule in words.
public struct RuleDescription: Hashable, Sendable {
  /// The code of its findings.
  public var code: FindingCode
  /// What it says, in a sentence.
  public var summary: String
  /// Why it is so.
  public var reason: String
  /// A plan that breaks it and one that mends it.
  public var example: Example
}

/// All rules, in the order of their codes.
public enum Rulebook {
  static let lineRules: [any LineRule] = [
    LooksLikeListedService(), DuplicateService(), UnknownService(), MissingDescription(),
    UnfundedSpend(), ProgrammeLineCharged(), NotProgrammeFunded(), FundKindMismatch(),
    UnknownFund(), NoCost(),
    PACSInteroperabilityMissing(), PACSJustificationMissing(), PACSBasicDeclined(),
    PACSOptionsConflict(), PACSOptionMissing(), PACSFeaturesAlone(),
    ExclusiveSupplyBreach(), RouteNotOffered(), CalloffWithoutGroup(), NotAGroupMember(),
    FacilityMismatch(), LSPOutsideCalloff(), RetainedWithoutSpine(), MissingRoute(),
    MissingSupplier(),
  ]
  static let planRules: [any PlanRule] = [CoreNotPlanned()]

  private static let lineRulesByCode = Dictionary(
    lineRules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule whose findings on lines have a code.
  static func lineRule(_ code: FindingCode) -> (any LineRule)? { lineRulesByCode[code] }

  /// What a rule says; every code has one.
  public static func description(of code: FindingCode) -> RuleDescription? {
    let rules: [any Rule] = lineRules + planRules
    return rules.first { $0.code == code }.map { rule in
      RuleDescription(
        code: code, summary: rule.summary, reason: rule.reason, example: rule.example)
    }
  }

  /// What a rule asks of a line, without the words that come with it: this runs for every line.
  private struct Test: Sendable {
    let findings: FindingSet
    let stand: @Sendable (borrowing LineFacts) -> Bool

    init(_ rule: some LineRule) {
      findings = FindingSet([rule.code])
      stand = { rule.stands(on: copy $0) }
    }
  }

  private static let tests = lineRules.map { Test($0) }

  static func findings(on facts: LineFacts) -> FindingSet { standing(tests, on: facts) }

  /// What some of the rules say of many lines: those whose findings have one of `codes`.
  static func findings(of codes: FindingSet) -> (LineFacts) -> FindingSet {
    let some = tests.filter { !codes.intersection($0.findings).isEmpty }
    return { standing(some, on: $0) }
  }

  private static func standing(_ tests: [Test], on facts: LineFacts) -> FindingSet {
    var findings = FindingSet()
    for test in tests where test.stand(facts) { findings.formUnion(test.findings) }
    return findings
  }
}
