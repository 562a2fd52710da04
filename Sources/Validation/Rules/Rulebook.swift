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

  static func findings(on facts: LineFacts) -> FindingSet {
    var findings = FindingSet()
    for rule in lineRules where rule.stands(on: facts) { findings.insert(rule.code) }
    return findings
  }
}
