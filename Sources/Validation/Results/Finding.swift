public import Procurement

/// One thing that the validation says of a plan, in words.
public struct Finding: Hashable, Sendable {
  /// What kind of finding it is.
  public var code: FindingCode
  /// The place of its line in the plan; nil for a finding on the whole plan.
  public var index: Int?
  /// The id of its line.
  public var line: String?
  /// The field that it is about.
  public var field: LineField?
  /// What is wrong and what to do.
  public var message: String
  /// How much money it is about.
  public var amount: Money?
  /// Where the programme says so.
  public var cites: [String]
  /// Why it is waived, where it is.
  public var waiver: Waiver?

  /// How much it matters.
  public var severity: Severity { code.severity }
}

/// A way to mend a finding: what it does in a phrase, and the edits that do it.
public struct Fix: Hashable, Sendable {
  /// What it does: `route the line through the programme with bt`.
  public var title: String
  /// The edits, in order; none where only the user can fix it, in `field`.
  public var edits: [Edit] = []
  /// The field of the line in which the user fixes it.
  public var field: LineField?
}

/// What one fund paid of a line, or, without a fund, what none paid.
public struct Draw: Hashable, Sendable {
  /// The index of the fund in the plan; nil for what is unfunded.
  public var fund: Int?
  /// The financial year.
  public var year: FinancialYear
  /// Capital or revenue.
  public var kind: CostKind
  /// How much.
  public var money: Money
}

/// A fund in a year: what there was and what lines drew.
public struct FundBalance: Hashable, Sendable {
  /// The index of the fund in the plan.
  public var fund: Int
  /// The financial year.
  public var year: FinancialYear
  /// What was available.
  public var available: Money
  /// What lines drew.
  public var drawn: Money
}
