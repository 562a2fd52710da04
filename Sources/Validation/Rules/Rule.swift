public import Procurement

/// The description of a rule: `calloff explain` prints it, and the tests run its example.
protocol Rule: Sendable {
  /// The code of its findings.
  var code: FindingCode { get }
  /// What it finds, in one sentence, which is written here only.
  var summary: String { get }
  /// Why it is so, in a sentence or two.
  var reason: String { get }
  /// A plan that breaks it, and the same plan fixed.
  var example: Example { get }
}

/// A part of a line's facts. `RuleTables` evaluates the rules in advance for all its combinations.
enum FactGroup: CaseIterable, Sendable {
  /// The service, the fields that are not strings, and the role of the supplier in the cluster.
  case terms
  /// Whether the line is bought with a group, and how group, trust and supplier relate.
  case group
  /// Need, payer, funds and money.
  case money
  /// PACS option, the other lines of the plan, and whether the description resembles a service.
  case siblings
}

/// A rule that judges a line.
protocol LineRule: Rule {
  /// The facts that `applies(to:)` uses; it must not use any others.
  var asksFor: FactGroup { get }
  /// The field that its findings are about.
  var field: LineField? { get }
  /// Whether a line has the finding.
  func applies(to facts: LineFacts) -> Bool
  /// The message of the finding.
  func message(_ context: FindingContext) -> String
  /// How much money the finding is about.
  func amount(_ facts: LineFacts) -> Money?
  /// Ways to fix it, likeliest first; one that does not remove the finding is never shown.
  func fixes(_ context: FindingContext) -> [Fix]
}

extension LineRule {
  func amount(_ facts: LineFacts) -> Money? { nil }
  func fixes(_ context: FindingContext) -> [Fix] { [] }
}

/// A rule that judges a plan as a whole.
protocol PlanRule: Rule {
  /// The message of the finding; nil if the plan does not have it.
  func message(_ assessment: Assessment) -> String?
  /// Ways to fix it, likeliest first.
  func fixes(_ assessment: Assessment) -> [Fix]
}

/// A rule that judges the plans of a portfolio together.
protocol PortfolioRule: Rule {
  /// Its findings on the plans.
  func findings(_ facts: PortfolioFacts) -> [PortfolioFinding]
}

/// The example of a rule: the parts of a plan document that follow `Example.head`.
public struct Example: Hashable, Sendable {
  /// The head that all examples share: a trust in London, two years, three funds.
  public static let head = """
    calloff: 1
    title: Example
    trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
    years: [2004-05, 2005-06]
    funds:
      - {id: capital, name: Block capital, pays: capital, available: {2004-05: 100000}}
      - {id: running, name: Running costs, pays: revenue, available: {2004-05: 20000}}
      - {id: bid, name: Modernisation bid, pays: either, certainty: bid, available: {2004-05: 9000}}

    """

  /// Lines (and groups) with the finding.
  public var breaking: String
  /// The same, fixed.
  public var fixed: String

  /// Another plan of the portfolio, whole, for a rule that judges several together.
  public var other: String?

  /// The trusts of the register, for a rule that compares plans with it.
  public var registered: [RegisteredTrust] = []

  init(
    breaking: String, fixed: String, other: String? = nil, registered: [RegisteredTrust] = []
  ) {
    self.breaking = breaking
    self.fixed = fixed
    self.other = other
    self.registered = registered
  }
}
