import Procurement

/// What every rule says of itself; `calloff explain` prints it, and the tests run its example.
protocol Rule: Sendable {
  /// The code of its findings.
  var code: FindingCode { get }
  /// What it says, in a sentence.
  var summary: String { get }
  /// Why it is so, in a sentence or two.
  var reason: String { get }
  /// A plan that breaks it and one that mends it.
  var example: Example { get }
}

/// A rule that judges a line.
protocol LineRule: Rule {
  /// The field that its findings are about.
  var field: LineField? { get }
  /// Whether a finding stands on a line.
  func stands(on facts: LineFacts) -> Bool
  /// The finding in words.
  func message(_ scene: Scene) -> String
  /// How much money the finding is about.
  func amount(_ facts: LineFacts) -> Money?
  /// Ways to mend it, likeliest first; those that do not remove the finding are never shown.
  func fixes(_ scene: Scene) -> [Fix]
}

extension LineRule {
  func amount(_ facts: LineFacts) -> Money? { nil }
  func fixes(_ scene: Scene) -> [Fix] { [] }
}

/// A rule that judges a plan as a whole.
protocol PlanRule: Rule {
  /// The finding in words; nil where none stands.
  func message(_ assessment: Assessment) -> String?
  /// Ways to mend it, likeliest first.
  func fixes(_ assessment: Assessment) -> [Fix]
}

/// A rule's example: the parts of a plan document that follow `Example.head`.
public struct Example: Hashable, Sendable {
  /// The head that all examples share: a trust in London, two years, two funds.
  public static let head = """
    calloff: 1
    title: Example
    trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
    years: [2004-05, 2005-06]
    funds:
      - {id: capital, name: Block capital, pays: capital, available: {2004-05: 100000}}
      - {id: running, name: Running costs, pays: revenue, available: {2004-05: 20000}}

    """

  /// Lines (and groups) on which the finding stands.
  public var breaking: String
  /// The same, mended.
  public var mended: String

  init(breaking: String, mended: String) {
    self.breaking = breaking
    self.mended = mended
  }
}
